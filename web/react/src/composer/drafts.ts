// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { draftOf } from "@palabre/sdk";
import { useCallback } from "react";
import { usePalabre, usePalabreState } from "../provider/PalabreProvider.js";

/** What was typed and not sent; the client keeps it over reloads, tabs and devices. */
export function useDraft(conversationId: Id): [draft: string, keep: (text: string) => void] {
  const client = usePalabre();
  const draft = usePalabreState((state) => draftOf(state, conversationId));
  const keep = useCallback(
    (text: string) => client.saveDraft(conversationId, text),
    [client, conversationId],
  );
  return [draft, keep];
}
