// SPDX-License-Identifier: Apache-2.0
import { useVirtualizer, type VirtualItem, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Row } from "./rows.js";

type List = Virtualizer<HTMLDivElement, Element>;

const AT_END = 100;
const NEAR_START = 6;

export interface MessageScroll {
  readonly rows: readonly Row[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The last message sent here: sending always shows it. */
  readonly lastOwn: string | undefined;
  /** What is held does not reach the end: one jumped into the past. */
  readonly hasMoreAfter: boolean;
  readonly onAtEnd: (atEnd: boolean) => void;
  readonly onNearStart: (() => void) | undefined;
  readonly onNearEnd: (() => void) | undefined;
}

/**
 * Where the list stands: it opens at the first unread line or at the end, stays at the end while it is there, and keeps
 * the line under the eye in its place when older ones come in above it.
 */
export function useMessageScroll({
  rows,
  scroller,
  lastOwn,
  hasMoreAfter,
  onAtEnd,
  onNearStart,
  onNearEnd,
}: MessageScroll) {
  const [atEnd, setAtEnd] = useState(true);
  const placed = useRef(false);
  const ended = useRef(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.is === "said" ? 44 : 46),
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: "end",
    followOnAppend: !hasMoreAfter,
    scrollEndThreshold: AT_END,
    overscan: 8,
    paddingStart: 16,
    paddingEnd: 16,
    onChange: (instance) => placed.current && setAtEnd(instance.isAtEnd(AT_END)),
  });

  virtual.shouldAdjustScrollPositionOnItemSizeChange = isAboveTheEye;

  useLayoutEffect(() => {
    if (placed.current || rows.length === 0) return;
    const unread = rows.findIndex((row) => row.is === "unread");
    if (unread >= 0) virtual.scrollToIndex(unread, { align: "start" });
    else virtual.scrollToEnd();
    placed.current = true;
  }, [rows, virtual]);

  useEffect(() => {
    if (lastOwn !== undefined) virtual.scrollToEnd();
  }, [lastOwn, virtual]);

  // a bar above, a taller composer below, a turned phone: whoever was at the end stays there
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(() => ended.current && virtual.scrollToEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller, virtual]);

  useEffect(() => {
    ended.current = atEnd && !hasMoreAfter;
    onAtEnd(atEnd && !hasMoreAfter);
  }, [atEnd, hasMoreAfter, onAtEnd]);

  const firstShown = virtual.getVirtualItems()[0]?.index ?? 0;
  useEffect(() => {
    if (placed.current && rows.length > 0 && firstShown < NEAR_START) onNearStart?.();
  }, [firstShown, rows.length, onNearStart]);

  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (placed.current && lastShown > rows.length - NEAR_START) onNearEnd?.();
  }, [lastShown, rows.length, onNearEnd]);

  return { virtual, atEnd, toEnd: () => virtual.scrollToEnd({ behavior: "smooth" }) };
}

/** Whatever above the middle of the view grows or shrinks pushes upwards, while one scrolls up as well. */
function isAboveTheEye({ start, end }: VirtualItem, _delta: number, list: List): boolean {
  const top = list.scrollOffset ?? 0;
  return start < top && end < top + (list.scrollRect?.height ?? 0) / 2;
}
