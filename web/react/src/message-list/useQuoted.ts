// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";

/** The messages that others answer: those at hand, and those fetched because they are further back. */
export function useQuoted(messages: readonly Message[] | undefined): (id: Id) => Message | undefined {
  const client = usePalabre();
  const asked = useRef(new Set<Id>());
  const [fetched, setFetched] = useState<ReadonlyMap<Id, Message>>(new Map());
  const held = useMemo(() => new Map((messages ?? []).map((message) => [message.id, message])), [messages]);

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
