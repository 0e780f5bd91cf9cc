// SPDX-License-Identifier: Apache-2.0
import type { Conversation, User } from "../shapes.js";
import type { State } from "./state.js";

/** Everyone ever shown, so that a line of someone who left still has a name. */
export function met(state: State, users: readonly User[]): State {
  if (users.length === 0) return state;
  const people = new Map(state.people);
  for (const user of users) people.set(user.id, user);
  return { ...state, people };
}

export function metIn(state: State, conversations: readonly Conversation[]): State {
  return met(
    state,
    conversations.flatMap((conversation) => conversation.members.map((member) => member.user)),
  );
}
