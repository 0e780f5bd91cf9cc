// SPDX-License-Identifier: Apache-2.0
import type { Id } from "../shapes.js";
import { withKey, withoutKey } from "./copies.js";
import type { State } from "./state.js";

/** Somebody began or goes on typing, which is believed until then; or stopped. */
export function onTyping(state: State, conversationId: Id, userId: Id, until: number | undefined): State {
  const held = state.typing.get(conversationId);
  if (until === undefined && !held?.has(userId)) return state;
  const here = new Map(held);
  if (until === undefined) here.delete(userId);
  else here.set(userId, until);
  return withTyping(state, conversationId, here);
}

/** Whoever said nothing more by now has stopped. */
export function typingExpired(state: State, now: number): State {
  let next = state;
  for (const [id, people] of state.typing) {
    const left = new Map([...people].filter(([, until]) => until > now));
    if (left.size < people.size) next = withTyping(next, id, left);
  }
  return next;
}

function withTyping(state: State, id: Id, people: ReadonlyMap<Id, number>): State {
  const typing = people.size === 0 ? withoutKey(state.typing, id) : withKey(state.typing, id, people);
  return { ...state, typing };
}
