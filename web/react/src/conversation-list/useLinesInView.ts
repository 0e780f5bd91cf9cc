// SPDX-License-Identifier: Apache-2.0
import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Lines that are in the page above and below those in view. */
const AROUND = 6;

/** From the first line up to, and without, the end. */
export interface LinesInView {
  readonly first: number;
  readonly end: number;
}

/**
 * Which of `count` lines are to be in the page, each of the same height. The messages' virtual list could do it as well:
 * it is needed later and weighs more than all else of the conversation list.
 */
export function useLinesInView(
  count: number,
  scroller: RefObject<HTMLElement | null>,
  height: number,
): LinesInView & { readonly onScroll: () => void } {
  const [shown, setShown] = useState<LinesInView>({ first: 0, end: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: where fewer lines are left, the list stands elsewhere
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setShown((now) => inView(element, height, now));
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, [count, scroller, height]);

  return {
    first: Math.min(shown.first, count),
    end: Math.min(shown.end, count),
    // in the frame that is being made: no place where lines should be is ever painted empty
    onScroll() {
      const element = scroller.current;
      if (element) flushSync(() => setShown((now) => inView(element, height, now)));
    },
  };
}

/** The same object for as long as it says the same. */
function inView({ scrollTop, clientHeight }: HTMLElement, height: number, before: LinesInView): LinesInView {
  const first = Math.max(0, Math.floor(scrollTop / height) - AROUND);
  const end = Math.ceil((scrollTop + clientHeight) / height) + AROUND;
  return first === before.first && end === before.end ? before : { first, end };
}
