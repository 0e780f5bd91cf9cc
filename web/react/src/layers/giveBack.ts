// SPDX-License-Identifier: Apache-2.0
/** Focuses what had the focus before something lay over the page. */
export function giveBack(before: Element | null): void {
  if (!(before instanceof HTMLElement)) return;
  before.focus({ preventScroll: true });
  // a field that was out of reach takes no text in Chromium until its caret is set anew
  if (before instanceof HTMLTextAreaElement)
    before.setSelectionRange(before.selectionStart, before.selectionEnd);
}
