// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { type RefObject, useLayoutEffect, useRef } from "react";

/** When others move above it, the line under the pointer stays under the pointer. */
export function useHeldLine(
  entries: readonly Entry[],
  scroller: RefObject<HTMLElement | null>,
  height: number,
): { onPointerOver: (id: Id) => void; onPointerLeave: () => void } {
  const held = useRef<Id>(undefined);
  const before = useRef(entries);

  useLayoutEffect(() => {
    const place = (among: readonly Entry[]) =>
      among.findIndex(({ conversation }) => conversation.id === held.current);
    const [from, to] = [place(before.current), place(entries)];
    before.current = entries;
    const element = scroller.current;
    // moved further down by what came above it; what moves up itself is not followed
    if (from < 0 || to <= from || !element) return;
    const wanted = element.scrollTop + (to - from) * height;
    // a short list has nowhere to scroll to, until the pointer leaves it
    if (wanted > element.scrollHeight - element.clientHeight)
      element.style.setProperty("--room", `${wanted + element.clientHeight}px`);
    element.scrollTop = wanted;
  }, [entries, scroller, height]);

  return {
    onPointerOver: (id) => {
      held.current = id;
    },
    onPointerLeave: () => {
      held.current = undefined;
      scroller.current?.style.removeProperty("--room");
    },
  };
}
