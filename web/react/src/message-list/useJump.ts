// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import type { Virtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";
import type { Row } from "./rows.js";

const MARKED_FOR = 2_000;

export interface Jumping {
  readonly conversationId: Id;
  readonly rows: readonly Row[];
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly goTo: { readonly seq: number } | undefined;
}

/** Goes to a message by its number, loading what is around it if need be, and marks it for two seconds. */
export function useJump({ conversationId, rows, virtual, goTo }: Jumping) {
  const client = usePalabre();
  const [target, setTarget] = useState<number>();
  const [marked, setMarked] = useState<string>();

  const jump = useCallback(
    (seq: number) => {
      const held = client.get().timelines.get(conversationId)?.messages ?? [];
      const known = held.some((message) => message.seq === seq);
      void (known ? Promise.resolve() : client.jumpTo(conversationId, seq)).then(() => setTarget(seq));
    },
    [client, conversationId],
  );

  useEffect(() => {
    if (goTo) jump(goTo.seq);
  }, [goTo, jump]);

  useEffect(() => {
    if (target === undefined) return;
    const index = rows.findIndex((row) => row.is === "said" && row.said.message?.seq === target);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: "center" });
    setMarked(rows[index]?.key);
    setTarget(undefined);
  }, [target, rows, virtual]);

  useEffect(() => {
    if (marked === undefined) return;
    const timer = setTimeout(() => setMarked(undefined), MARKED_FOR);
    return () => clearTimeout(timer);
  }, [marked]);

  return { marked, jump };
}
