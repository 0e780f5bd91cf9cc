// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";

/** The messages that others answer: those at hand, and those fetched because they are further back. */
export function useQuoted(messages: readonly Message[] | undefined): (id: Id) => Message | undefined {
  const client = usePalabre();
  const asked = useRef(new Set<Id>());
  const [fetched, setFetched] = useState<ReadonlyMap<Id, Message>>(new Map());
  const held = useSame(useMemo(() => quotedIn(messages ?? []), [messages]));

  useEffect(() => {
    for (const { replyTo } of messages ?? []) {
      if (replyTo === undefined || held.has(replyTo) || asked.current.has(replyTo)) continue;
      asked.current.add(replyTo);
      client.message(replyTo).then(
        (message) => setFetched((known) => new Map(known).set(replyTo, message)),
        () => undefined,
      );
    }
  }, [client, held, messages]);

  return useCallback((id: Id) => held.get(id) ?? fetched.get(id), [held, fetched]);
}

/** Those at hand that others answer. */
function quotedIn(messages: readonly Message[]): ReadonlyMap<Id, Message> {
  const wanted = new Set(messages.flatMap(({ replyTo }) => replyTo ?? []));
  const found = wanted.size > 0 ? messages.filter(({ id }) => wanted.has(id)) : [];
  return new Map(found.map((message) => [message.id, message]));
}

/** The map as it was, for as long as the same things are in it: what depends on it need not be made anew. */
function useSame<K, V>(now: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  const [kept, keep] = useState(now);
  const same = kept.size === now.size && [...now].every(([key, value]) => kept.get(key) === value);
  if (!same) keep(now);
  return same ? kept : now;
}
