// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";
import { Refused } from "./refused.js";
import type { Rest } from "./rest.js";
import type { Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import { conversationList } from "./state/select.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

const MOST_CURSORS = 200;
const HELLO_WITHIN = 1_000;

/** Brings what is missing: after each connection, and whenever an event showed a gap. */
export interface CatchUp {
  /** Somebody signed in: the list is asked for when the server says hello, or when it takes long to. */
  begin(): void;
  /** The server said hello: repair what was held before, and look at the list again. */
  afterHello(): void;
  loadList(): Promise<void>;
  loadMore(): Promise<void>;
  /** A conversation that is not held yet; false when the server says that it is none of ours. */
  find(id: Id): Promise<boolean>;
  stop(): void;
}

export function createCatchUp(store: Store<State, Change>, connection: Connection, rest: Rest): CatchUp {
  let syncing = false;
  const fetching = new Set<Id>();

  async function sync(): Promise<void> {
    if (syncing) return;
    syncing = true;
    const { epoch, ownSeq } = store.get();
    try {
      await connection.request("sync", {
        ...(epoch && { epoch }),
        ...(ownSeq !== undefined && { ownSeq }),
        cursors: cursors(store.get()),
      });
    } catch (error) {
      // a cut: the next hello syncs again
      if (!(error instanceof Refused)) throw error;
    } finally {
      syncing = false;
    }
  }

  async function find(id: Id): Promise<boolean> {
    const asOf = store.get().ownSeq ?? 0;
    try {
      store.apply({ event: "conversation_fetched", ...(await rest.conversation(id)), asOf });
      return true;
    } catch (error) {
      if (!(error instanceof Refused) || error.retryable) return true;
      store.apply({ event: "conversation_lost", conversationId: id });
      return false;
    }
  }

  async function fetchOnce(id: Id): Promise<void> {
    if (fetching.has(id)) return;
    fetching.add(id);
    await find(id).finally(() => fetching.delete(id));
  }

  function repair(): void {
    const state = store.get();
    if (state.status !== "connected") return;
    let gap = state.ownBehind;
    if (!gap && state.wanted.size === 0) return;
    for (const [id, what] of state.wanted) {
      if (what === "conversation") void fetchOnce(id);
      else gap = true;
    }
    if (gap) void sync();
  }

  async function load(cursor: string | undefined): Promise<void> {
    const asOf = store.get().ownSeq ?? 0;
    try {
      const page = await rest.conversations(cursor);
      store.apply({ event: "listed", ...page, first: cursor === undefined, asOf });
    } catch (error) {
      if (store.get().list.phase === "loading") store.apply({ event: "list_failed" });
      if (!(error instanceof Refused)) throw error;
    }
  }

  /** Until the first hello; what is listed before it could miss what happens in between, and would be listed again. */
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const unsubscribe = store.subscribe(() => queueMicrotask(repair));

  return {
    begin() {
      clearTimeout(waiting);
      store.apply({ event: "list_loading" });
      waiting = setTimeout(() => void load(undefined), HELLO_WITHIN);
    },
    afterHello() {
      clearTimeout(waiting);
      void sync();
      void load(undefined);
    },
    loadList() {
      store.apply({ event: "list_loading" });
      return load(undefined);
    },
    async loadMore() {
      const { nextCursor } = store.get().list;
      if (nextCursor !== undefined) await load(nextCursor);
    },
    find,
    stop() {
      clearTimeout(waiting);
      unsubscribe();
    },
  };
}

/** Of the latest active conversations held, the last event applied. */
function cursors(state: State): Record<Id, number> {
  return Object.fromEntries(
    conversationList(state)
      .slice(0, MOST_CURSORS)
      .map((entry) => [entry.conversation.id, entry.seq]),
  );
}
