// SPDX-License-Identifier: Apache-2.0
import type { Cached } from "../caching.js";
import type { State, Timeline } from "./state.js";

/** What an earlier page kept, where nothing is held yet: as if it had been heard a while ago. */
export function restored(state: State, { head, conversations }: Cached): State {
  if (state.conversations.size > 0 || state.epoch !== undefined) return state;
  const timelines = conversations
    .filter(({ messages, hasMoreBefore }) => messages.length > 0 || !hasMoreBefore)
    .map(({ entry, messages, hasMoreBefore }): [string, Timeline] => [
      entry.conversation.id,
      {
        messages,
        hasMoreBefore,
        hasMoreAfter: false,
        phase: "ready",
        loadingOlder: false,
        loadingNewer: false,
        tail: [],
      },
    ]);
  return {
    ...state,
    epoch: head.epoch,
    ownSeq: head.ownSeq,
    serverTotal: head.serverTotal,
    conversations: new Map(conversations.map(({ entry }) => [entry.conversation.id, entry])),
    timelines: new Map(timelines),
    people: new Map(head.people.map((user) => [user.id, user])),
  };
}
