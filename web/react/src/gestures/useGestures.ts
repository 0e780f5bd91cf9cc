// SPDX-License-Identifier: Apache-2.0
import { type PointerEvent, type RefObject, useEffect, useRef } from "react";

const HELD_FOR = 450;
const SWIPED = 56;
const SLACK = 10;

export interface Gestures {
  /** A finger stayed on it. */
  readonly onHold: (x: number, y: number) => void;
  /** A finger drew it to the right. */
  readonly onSwipe: () => void;
  /** A finger drew it to the left; left out, it does not move there. */
  readonly onSwipeBack?: () => void;
}

/** What fingers do to a line, beside scrolling: hold it, or draw it aside. */
export function useGestures(
  moved: RefObject<HTMLElement | null>,
  { onHold, onSwipe, onSwipeBack }: Gestures,
) {
  const touch = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout>; drawn: number }>(
    undefined,
  );

  // a line that scrolls out of the page is not held any more
  useEffect(() => () => clearTimeout(touch.current?.timer), []);

  function letGo() {
    const { timer, drawn = 0 } = touch.current ?? {};
    clearTimeout(timer);
    touch.current = undefined;
    if (moved.current) moved.current.style.translate = "";
    return drawn;
  }

  function end() {
    const drawn = letGo();
    if (drawn >= SWIPED) onSwipe();
    if (drawn <= -SWIPED) onSwipeBack?.();
  }

  return {
    onPointerDown(event: PointerEvent) {
      if (event.pointerType === "mouse") return;
      letGo();
      // another finger: neither the one nor the other
      if (!event.isPrimary) return;
      const { clientX: x, clientY: y } = event;
      const timer = setTimeout(() => {
        touch.current = undefined;
        navigator.vibrate?.(12);
        onHold(x, y);
      }, HELD_FOR);
      touch.current = { x, y, timer, drawn: 0 };
    },
    onPointerMove(event: PointerEvent) {
      const begun = touch.current;
      if (!begun) return;
      const [right, down] = [event.clientX - begun.x, Math.abs(event.clientY - begun.y)];
      if (Math.abs(right) > SLACK || down > SLACK) clearTimeout(begun.timer);
      if (down > SLACK * 2 && begun.drawn === 0) {
        touch.current = undefined;
        return;
      }
      if (Math.abs(right) <= SLACK || (right < 0 && !onSwipeBack) || !moved.current) return;
      begun.drawn = right;
      const shift = Math.min(Math.abs(right) - SLACK, SWIPED + 12);
      moved.current.style.translate = `${Math.sign(right) * shift}px`;
    },
    onPointerUp: end,
    onPointerCancel: letGo,
  };
}
