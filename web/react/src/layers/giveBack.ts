// SPDX-License-Identifier: Apache-2.0
/** Where one is at home when the place where one stood is gone: the messages, else the list, else the sections. */
const HOMES = ".palabre [role=log], .palabre ul a[href], .palabre nav button";

/** Focuses what had the focus before something lay over the page; if that has gone, what is nearest to it in meaning. */
export function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement) focusAgain(before);
  if (document.activeElement === document.body && before !== document.body) goHome();
}

function focusAgain(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  // a field that was out of reach takes no text in Chromium until its caret is set anew
  if (element instanceof HTMLTextAreaElement)
    element.setSelectionRange(element.selectionStart, element.selectionEnd);
}

function goHome(): void {
  for (const home of document.querySelectorAll<HTMLElement>(HOMES)) {
    home.focus({ preventScroll: true });
    if (document.activeElement === home) return;
  }
}
