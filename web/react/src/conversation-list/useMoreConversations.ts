// SPDX-License-Identifier: Apache-2.0
import { useEffect } from "react";
import { usePalabre, usePalabreState } from "../provider/PalabreProvider.js";

/** While `wanted`, fetches page after page of the list, until there are no more. Answers whether more are on their way. */
export function useMoreConversations(wanted: boolean): boolean {
  const client = usePalabre();
  const next = usePalabreState(({ status, list }) => (status === "connected" ? list.nextCursor : undefined));
  useEffect(() => {
    if (wanted && next !== undefined) void client.loadMoreConversations();
  }, [client, wanted, next]);
  return wanted && next !== undefined;
}
