// SPDX-License-Identifier: Apache-2.0
import { useVirtualizer, type VirtualItem, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { seqOf } from "./places.js";
import type { Row } from "./rows.js";

type List = Virtualizer<HTMLDivElement, Element>;

const AT_END = 100;
const NEAR_START = 6;
const FAR = 1_200;
const DAY_SHOWN_FOR = 1_200;

export interface MessageScroll {
  readonly rows: readonly Row[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The last message sent here: sending always shows it. */
  readonly lastOwn: string | undefined;
  /** What is held does not reach the end: one jumped into the past. */
  readonly hasMoreAfter: boolean;
  readonly onAtEnd: (atEnd: boolean) => void;
  /** Where one stood when one left: the number of the message at the top. */
  readonly begin: number | undefined;
  /** The number of the message at the top, as one scrolls; none at the end. */
  readonly onStand: ((seq: number | undefined) => void) | undefined;
  /** Loads the end, which is not held. */
  readonly bringEnd: () => Promise<void>;
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
  begin,
  onStand,
  bringEnd,
  onNearStart,
  onNearEnd,
}: MessageScroll) {
  // where one begins elsewhere, nothing pulls to the end
  const [atEnd, setAtEnd] = useState(() => begin === undefined && !rows.some((row) => row.is === "unread"));
  const placed = useRef(false);
  const ended = useRef(false);
  // a new one has the list measure all of its rows anew
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.is === "said" ? 44 : 46),
    getItemKey,
    anchorTo: "end",
    followOnAppend: !hasMoreAfter,
    scrollEndThreshold: AT_END,
    overscan: 8,
    paddingStart: 16,
    paddingEnd: 16,
    isScrollingResetDelay: DAY_SHOWN_FOR,
    onChange(instance) {
      if (!placed.current) return;
      const end = isAtEnd(instance);
      setAtEnd(end);
      const top = topOf(instance);
      if (end && !hasMoreAfter) onStand?.(undefined);
      else if (top) onStand?.(seqOf(rows[top.index]) ?? seqOf(rows[top.index + 1]));
    },
  });

  virtual.shouldAdjustScrollPositionOnItemSizeChange = isAboveTheEye;

  useLayoutEffect(() => {
    if (placed.current || rows.length === 0) return;
    const unread = rows.findIndex((row) => row.is === "unread");
    const left = begin === undefined ? -1 : rows.findIndex((row) => seqOf(row) === begin);
    if (unread >= 0) virtual.scrollToIndex(unread, { align: "start" });
    else if (left >= 0) virtual.scrollToIndex(left, { align: "start" });
    else virtual.scrollToEnd();
    placed.current = true;
  }, [rows, virtual, begin]);

  // what waited here already is no reason to leave the place where one begins
  const before = useRef(lastOwn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each message sent goes to the end once
  useEffect(() => {
    if (lastOwn === before.current) return;
    before.current = lastOwn;
    if (lastOwn === undefined) return;
    virtual.scrollToEnd();
    if (hasMoreAfter) void bringEnd().then(() => virtual.scrollToEnd());
  }, [lastOwn]);

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
    if (!placed.current || rows.length === 0 || firstShown >= NEAR_START) return;
    // the rows shown first are those at the top, wherever the list is then placed
    if ((scroller.current?.scrollTop ?? 0) <= FAR) onNearStart?.();
  }, [firstShown, rows.length, onNearStart, scroller]);

  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (placed.current && lastShown > rows.length - NEAR_START) onNearEnd?.();
  }, [lastShown, rows.length, onNearEnd]);

  const top = topOf(virtual)?.index ?? 0;
  return { virtual, atEnd, top, toEnd: () => virtual.scrollToEnd({ behavior: "smooth" }) };
}

/** As the list reckons: the page would have to be laid out for its own answer. */
function isAtEnd(instance: List): boolean {
  const seen = (instance.scrollOffset ?? 0) + (instance.scrollRect?.height ?? 0);
  return instance.getTotalSize() - seen <= AT_END;
}

/** The first row that is in view. */
function topOf(instance: List) {
  const offset = instance.scrollOffset ?? 0;
  return instance.getVirtualItems().find((item) => item.end > offset + 1);
}

/** Whatever above the middle of the view grows or shrinks pushes upwards, while one scrolls up as well. */
function isAboveTheEye({ end }: VirtualItem, _delta: number, list: List): boolean {
  return end < (list.scrollOffset ?? 0) + (list.scrollRect?.height ?? 0) / 2;
}
