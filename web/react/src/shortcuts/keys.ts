// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "react";

const mac = /Mac|iPhone|iPad/.test(typeof navigator === "undefined" ? "" : navigator.userAgent);

/** As they stand on the keys. */
export const CONTROL = mac ? "⌘" : "Ctrl";
export const ALT = mac ? "⌥" : "Alt";

/** Whether a key pressed there is part of a text. */
function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** While a dialog is open the page under it hears no keys. */
export function isCovered(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/** A key for the whole page: not while one writes, while a dialog is open, or while an input method is at work. */
export function useKey(matches: (event: KeyboardEvent) => boolean, run: () => void): void {
  const latest = useRef({ matches, run });
  latest.current = { matches, run };
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const modified = event.ctrlKey || event.metaKey;
      if (event.isComposing || event.defaultPrevented || event.altKey) return;
      if ((writes(event.target) && !modified) || isCovered()) return;
      if (!latest.current.matches(event)) return;
      event.preventDefault();
      latest.current.run();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
