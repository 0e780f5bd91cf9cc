// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Receipt } from "@palabre/sdk";
import { receiptOf } from "@palabre/sdk";
import { useEffect } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";

/** How far one's message got that is the last one of a line: heard for as long as the line is there and not all have read it. */
export function useReceipt(entry: Entry, selfId: Id): Receipt | undefined {
  const client = usePalabre();
  const { id, lastMessage: last, members, memberCount } = entry.conversation;
  const mine = last !== undefined && last.senderId === selfId && last.ord !== undefined;
  const receipt = mine ? receiptOf(entry, last) : undefined;
  // of a group too large to list, sent is all there is to know
  const more = mine && receipt !== "read" && members.length === memberCount;
  useEffect(() => (more ? client.followReceipts(id) : undefined), [client, id, more]);
  return receipt;
}
