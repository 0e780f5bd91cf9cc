// SPDX-License-Identifier: Apache-2.0
import type { Id, Presence } from "../shapes.js";
import type { State } from "./state.js";

/** What the server says of people who are watched. Without `isOnline` it cannot tell, and nothing is known. */
export function onPresence(state: State, states: readonly Presence[]): State {
  const presence = new Map(state.presence);
  for (const one of states) {
    if (one.isOnline === undefined) presence.delete(one.userId);
    else presence.set(one.userId, one);
  }
  return { ...state, presence };
}

/** Only these are watched from now on: of all others nothing is known any more. */
export function onWatched(state: State, ids: readonly Id[]): State {
  const watched = new Set(ids);
  const left = [...state.presence].filter(([id]) => watched.has(id));
  return left.length === state.presence.size ? state : { ...state, presence: new Map(left) };
}
