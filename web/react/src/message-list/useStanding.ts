// SPDX-License-Identifier: Apache-2.0
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Whoever stands on a message that goes, because it was deleted or scrolled out of the page, stands on the one that takes
 * its place, or on the list.
 */
export function useStanding(scroller: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const stood = useRef<{ element: Element; index: string | undefined }>(undefined);
  useLayoutEffect(() => {
    const { element, index } = stood.current ?? {};
    if (!element || element.isConnected) return;
    stood.current = undefined;
    if (document.activeElement !== document.body) return;
    const beside = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-message]`);
    (beside ?? scroller.current)?.focus({ preventScroll: true });
  });
  return ({ target }) => {
    const index = target.closest<HTMLElement>("[data-index]")?.dataset.index;
    stood.current = index === undefined ? undefined : { element: target, index };
  };
}
