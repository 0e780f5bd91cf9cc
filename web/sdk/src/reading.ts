// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";
import type { Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

/** Moves one's read cursors: here at once, at the server as soon as it hears. */
export interface Reading {
  mark(conversationId: Id): void;
  /** Tells what a cut kept from the server. */
  flush(): void;
  /** Nobody is signed in any more: what was not told is not told in the name of whoever comes next. */
  stop(): void;
}

export function createReading(store: Store<State, Change>, request: Connection["request"]): Reading {
  const untold = new Map<Id, number>();
  let telling: ReturnType<typeof setTimeout> | undefined;

  async function tell(conversationId: Id, seq: number): Promise<void> {
    const answer = await request("mark_as_read", { conversationId, seq }).catch(() => undefined);
    if (!answer) return;
    if (untold.get(conversationId) === seq) untold.delete(conversationId);
    store.apply({ event: "read", conversationId, readOrd: answer.readOrd });
  }

  function flush(): void {
    clearTimeout(telling);
    telling = undefined;
    for (const [conversationId, seq] of untold) void tell(conversationId, seq);
  }

  return {
    mark(conversationId) {
      const entry = store.get().conversations.get(conversationId);
      const readOrd = entry?.conversation.lastOrd ?? 0;
      if (!entry || (entry.me.readOrd >= readOrd && !entry.me.markedUnread)) return;
      store.apply({ event: "read", conversationId, readOrd });
      untold.set(conversationId, entry.seq);
      // what comes in one go is told in one, after it has been shown
      telling ??= setTimeout(flush);
    },
    flush,
    stop() {
      clearTimeout(telling);
      telling = undefined;
      untold.clear();
    },
  };
}
