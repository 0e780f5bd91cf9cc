// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";
import type { ChosenStatus, Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

const MOST = 500;
const TOGETHER = 50;
/** A short cut does not make the dots blink. */
const BELIEVED_FOR = 5_000;

/** Whose presence is known here, and one's own. */
export interface PresenceActions {
  /** Tells of these people from now on, until the answer is called; whoever asks later comes before, at most 500. */
  watchPresence(userIds: readonly Id[]): () => void;
  setStatus(change: { status?: ChosenStatus; statusText?: string }): Promise<void>;
}

export interface Watching extends PresenceActions {
  /** A new socket watches nobody yet. */
  greeted(): void;
  cut(): void;
  stop(): void;
}

export function createWatching(store: Store<State, Change>, request: Connection["request"]): Watching {
  const asked = new Set<readonly Id[]>();
  let told = "";
  let telling: ReturnType<typeof setTimeout> | undefined;
  let doubting: ReturnType<typeof setTimeout> | undefined;

  function soon() {
    telling ??= setTimeout(tell, TOGETHER);
  }

  async function tell(): Promise<void> {
    telling = undefined;
    const ids = latest(asked);
    store.apply({ event: "presence_watched", ids });
    const now = ids.join(" ");
    if (now === told || store.get().status !== "connected") return;
    told = now;
    const answer = await request("watch_presence", ids).catch(() => undefined);
    if (!answer) told = "";
    else if (told === now) store.apply({ event: "presence_state", data: { states: answer.states } });
  }

  function forget() {
    store.apply({ event: "presence_watched", ids: [] });
  }

  return {
    watchPresence(userIds) {
      const ids = [...userIds];
      asked.add(ids);
      soon();
      return () => {
        if (asked.delete(ids)) soon();
      };
    },
    async setStatus(change) {
      const { user } = await request("set_status", change);
      store.apply({ event: "session", session: { is: "signedIn", user } });
    },
    greeted() {
      clearTimeout(doubting);
      doubting = undefined;
      told = "";
      soon();
    },
    cut() {
      doubting ??= setTimeout(forget, BELIEVED_FOR);
    },
    stop() {
      clearTimeout(telling);
      clearTimeout(doubting);
      telling = doubting = undefined;
    },
  };
}

/** Those asked for last come first, and so many only as the server takes. */
function latest(asked: ReadonlySet<readonly Id[]>): Id[] {
  return [...new Set([...asked].toReversed().flat())].slice(0, MOST).sort();
}
