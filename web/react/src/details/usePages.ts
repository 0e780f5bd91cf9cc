// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { useCallback, useEffect, useState } from "react";
import { usePalabreState } from "../provider/PalabreProvider.js";

export interface Page<T> {
  readonly all: readonly T[];
  readonly next: string | undefined;
}

export interface Gathered<T> extends Partial<Page<T>> {
  readonly failed: boolean;
  /** Asks for the page after, while there is one. */
  readonly more: (() => void) | undefined;
}

/** Page after page, as it is asked for; from the beginning again with `news`. */
export function usePages<T>(
  page: (cursor?: string) => Promise<Page<T>>,
  idOf: (one: T) => Id,
  news: Id | undefined,
): Gathered<T> {
  const [held, setHeld] = useState<Page<T>>();
  const [failed, setFailed] = useState(false);
  const ask = useCallback(
    (cursor?: string) => {
      let current = true;
      page(cursor).then(
        ({ all, next }) => {
          if (!current) return;
          setHeld((before) => ({ all: cursor ? withoutRepeats(before?.all ?? [], all, idOf) : all, next }));
          setFailed(false);
        },
        () => current && setFailed(true),
      );
      return () => {
        current = false;
      };
    },
    [page, idOf],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent since belongs to it
  useEffect(() => ask(), [ask, news]);
  const next = held?.next;
  return { ...held, failed, more: next === undefined ? undefined : () => void ask(next) };
}

/** The first pages may have been looked at anew while an older one was on its way. */
function withoutRepeats<T>(held: readonly T[], added: readonly T[], idOf: (one: T) => Id): readonly T[] {
  return [...new Map([...held, ...added].map((one) => [idOf(one), one])).values()];
}

/** The last message while it is such a one: to look again when another one comes. */
export function useNews(conversationId: Id, such: (message: Message) => boolean): Id | undefined {
  return usePalabreState((state) => {
    const last = state.conversations.get(conversationId)?.conversation.lastMessage;
    return last && such(last) ? last.id : undefined;
  });
}
