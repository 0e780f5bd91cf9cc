// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import type { Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";
import { seqOf } from "./places.js";
import type { Row } from "./rows.js";

const MARKED_FOR = 2_000;
const SETTLED_AFTER = 1_000;

/** Where to go: a message by its number, or the end; quietly where nothing is to be shown there. */
export interface Target {
  readonly seq: number | "end";
  readonly quietly?: boolean;
}

export interface Jumping {
  readonly conversationId: Id;
  readonly rows: readonly Row[];
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly goTo: Target | undefined;
  readonly toLatest: () => void;
}

/**
 * Goes to a message by its number, loading what is around it if need be, and marks it for two seconds. `jump` answers
 * whether it could be brought.
 */
export function useJump({ conversationId, rows, virtual, goTo, toLatest }: Jumping) {
  const client = usePalabre();
  const [target, setTarget] = useState<{ seq: number; quietly: boolean }>();
  const wanted = useRef<{ seq: number; quietly: boolean }>(undefined);
  const [marked, setMarked] = useState<string>();
  const [reached, setReached] = useState<{
    key: string | undefined;
    index: number;
    align: "start" | "center";
  }>();

  const jump = useCallback(
    async (seq: number, quietly = false): Promise<boolean> => {
      const isHeld = () =>
        client
          .get()
          .timelines.get(conversationId)
          ?.messages.some((message) => message.seq === seq) === true;
      const there = { seq, quietly };
      wanted.current = there;
      if (!isHeld()) await client.jumpTo(conversationId, seq);
      // not where one wanted to go before, nor where one could not be brought
      if (wanted.current !== there || !isHeld()) return false;
      setTarget(there);
      return true;
    },
    [client, conversationId],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each place is gone to once
  useEffect(() => {
    if (goTo?.seq === "end") toLatest();
    else if (goTo) void jump(goTo.seq, goTo.quietly);
  }, [goTo, jump]);

  useEffect(() => {
    if (target === undefined) return;
    const index = rows.findIndex((row) => seqOf(row) === target.seq);
    if (index < 0) return;
    const align = target.quietly ? "start" : "center";
    virtual.scrollToIndex(index, { align });
    const key = rows[index]?.key;
    setReached({ key, index, align });
    if (!target.quietly) setMarked(key);
    setTarget(undefined);
  }, [target, rows, virtual]);

  // an older page that comes in right then moves it: once more
  useEffect(() => {
    if (reached === undefined) return;
    const index = rows.findIndex((row) => row.key === reached.key);
    if (index >= 0 && index !== reached.index) {
      virtual.scrollToIndex(index, { align: reached.align });
      setReached({ ...reached, index });
    }
    const timer = setTimeout(() => setReached(undefined), SETTLED_AFTER);
    return () => clearTimeout(timer);
  }, [reached, rows, virtual]);

  useEffect(() => {
    if (marked === undefined) return;
    const timer = setTimeout(() => setMarked(undefined), MARKED_FOR);
    return () => clearTimeout(timer);
  }, [marked]);

  return { marked, jump };
}
