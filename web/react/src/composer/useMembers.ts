// SPDX-License-Identifier: Apache-2.0
import type { Id, User } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { useMemo } from "react";
import { usePalabreState } from "../provider/PalabreProvider.js";

/** The others in a conversation. */
export function useMembers(conversationId: Id): readonly User[] {
  const members = usePalabreState((state) => state.conversations.get(conversationId)?.conversation.members);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  return useMemo(
    () => (members ?? []).map((member) => member.user).filter((user) => user.id !== selfId),
    [members, selfId],
  );
}
