// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { typingIn } from "@palabre/sdk";
import { firstName } from "../conversation-list/naming.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";

/** Who is writing in a conversation just now, in words. */
export function useTypingText({ conversation }: Entry): string | undefined {
  const { words } = useLanguage();
  const ids = usePalabreState((state) => typingIn(state, conversation.id));
  const people = usePalabreState((state) => state.people);
  if (ids.length === 0) return undefined;
  if (conversation.type !== "group") return words.typing;
  const name = (id: Id | undefined) => firstName(id === undefined ? undefined : people.get(id), words);
  if (ids.length === 1) return words.typingOne(name(ids[0]));
  return ids.length === 2 ? words.typingTwo(name(ids[0]), name(ids[1])) : words.typingSeveral;
}
