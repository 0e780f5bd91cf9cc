// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";
import { Refused } from "./refused.js";
import type { Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import { selfOf } from "./state/select.js";
import type { Entry, State } from "./state/state.js";
import type { Store } from "./store.js";

const TOGETHER = 1_000;

/** Tells the server what has reached this device, together and once a second at most; what was read needs no telling. */
export function createDelivering(store: Store<State, Change>, request: Connection["request"]) {
  const told = new Map<Id, number>();
  let telling: ReturnType<typeof setTimeout> | undefined;
  let seen: State["conversations"] | undefined;

  function untold(entry: Entry, self: Id): boolean {
    const { id, lastOrd, lastMessage, members } = entry.conversation;
    const mine = members.find((member) => member.user.id === self);
    const known = Math.max(told.get(id) ?? 0, entry.me.readOrd, mine?.deliveredOrd ?? 0);
    return lastOrd > known && lastMessage?.senderId !== self;
  }

  function tell() {
    telling = undefined;
    const state = store.get();
    const self = selfOf(state)?.id;
    if (state.status !== "connected" || self === undefined) return;
    for (const [conversationId, entry] of state.conversations) {
      if (!untold(entry, self)) continue;
      told.set(conversationId, entry.conversation.lastOrd);
      void request("mark_as_delivered", { conversationId, seq: entry.seq }).catch((error: unknown) => {
        if (error instanceof Refused && error.retryable) told.delete(conversationId);
      });
    }
  }

  const unsubscribe = store.subscribe(() => {
    const { conversations, status } = store.get();
    if (status !== "connected" || conversations === seen) return;
    seen = conversations;
    telling ??= setTimeout(tell, TOGETHER);
  });

  return {
    /** Whoever signs in next has been told of nothing. */
    forget: () => told.clear(),
    stop() {
      unsubscribe();
      clearTimeout(telling);
      telling = undefined;
    },
  };
}
