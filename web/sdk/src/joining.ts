// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";
import type { Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

/** What a scroll through a list takes up and gives up again is settled together. */
const TOGETHER = 50;

export interface ReceiptActions {
  /**
   * How far the others have come in a conversation is heard from now on, until the answer is called: for a line in a list,
   * as one that is open hears it anyway.
   */
  followReceipts(conversationId: Id): () => void;
}

/** Which conversations the server knows to be on the screen: those that are open, and those whose receipts are. */
export interface Joining extends ReceiptActions {
  opened(conversationId: Id): void;
  closed(): void;
  /** A new socket has joined nothing yet. */
  greeted(): void;
  stop(): void;
}

export function createJoining(
  store: Pick<Store<State, Change>, "get" | "apply">,
  request: Connection["request"],
): Joining {
  const followed = new Map<Id, number>();
  const joined = new Set<Id>();
  let settling: ReturnType<typeof setTimeout> | undefined;

  async function join(id: Id): Promise<void> {
    joined.add(id);
    const answer = await request("join_conversation", id).catch(() => undefined);
    if (answer) store.apply({ event: "cursors", conversationId: id, cursors: answer.cursors });
    else joined.delete(id);
  }

  function leave(id: Id): void {
    joined.delete(id);
    void request("leave_conversation", id).catch(() => undefined);
  }

  function soon(): void {
    settling ??= setTimeout(settle, TOGETHER);
  }

  function settle(): void {
    settling = undefined;
    const { status, open } = store.get();
    if (status !== "connected") return;
    const wanted = new Set([...open, ...followed.keys()]);
    for (const id of joined) if (!wanted.has(id)) leave(id);
    for (const id of wanted) if (!joined.has(id)) void join(id);
  }

  function counted(id: Id, step: number): void {
    const count = (followed.get(id) ?? 0) + step;
    if (count > 0) followed.set(id, count);
    else followed.delete(id);
    soon();
  }

  return {
    opened(id) {
      if (!joined.has(id)) void join(id);
    },
    closed: soon,
    greeted() {
      joined.clear();
      settle();
    },
    followReceipts(id) {
      let following = true;
      counted(id, 1);
      return () => {
        if (following) counted(id, -1);
        following = false;
      };
    },
    stop() {
      clearTimeout(settling);
      settling = undefined;
      joined.clear();
    },
  };
}
