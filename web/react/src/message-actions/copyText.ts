// SPDX-License-Identifier: Apache-2.0

/** Puts a text on the clipboard; over plain http, where a page has no clipboard of its own, by the browser's command. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put, { capture: true });
  if (!done) throw new Error("The browser does not copy here.");
}
