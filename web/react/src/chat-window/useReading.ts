// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { unreadOf } from "@palabre/sdk";
import { useEffect, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";
import { useAttention } from "./attention.js";

/**
 * Marks an open conversation as read, but only while somebody is looking and its end is in view. Answers where the
 * divider for new messages stands: where reading had stopped on opening, or when one looked away. It stays until leaving.
 */
export function useReading(entry: Entry, atEnd: boolean): number | undefined {
  const client = usePalabre();
  const looking = useAttention();
  const { id } = entry.conversation;
  const unread = unreadOf(entry);
  const [mark, setMark] = useState(unread > 0 ? entry.me.readOrd : undefined);

  if (mark === undefined && unread > 0 && !looking) setMark(entry.me.readOrd);

  useEffect(() => {
    if (looking && atEnd && unread > 0) client.markRead(id);
  }, [looking, atEnd, unread, id, client]);

  // what arrives under somebody's eyes is read before it is drawn: it is drawn once, and never as unread
  useEffect(() => {
    if (looking && atEnd)
      return client.onArrival((message) => message.conversationId === id && client.markRead(id));
  }, [looking, atEnd, id, client]);

  return mark;
}
