// SPDX-License-Identifier: Apache-2.0
import type { Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

/** What was done in one tab and is so in all at once. */
const SHARED: ReadonlySet<Change["event"]> = new Set([
  "queued",
  "sent",
  "send_failed",
  "send_postponed",
  "discarded",
  "file_changed",
  "file_dropped",
  "drafted",
  "read",
] as const);

/** The tabs of one browser in which one person is signed in. */
export interface Tabs {
  /** The store for whatever tells the other tabs what it does. */
  readonly shared: Store<State, Change>;
  begin(person: Id): void;
  end(): void;
  /** Done in one tab at a time; a tab that closes lets the next one on. Where there are no locks, done at once. */
  exclusive(name: string, run: () => Promise<void>): Promise<void>;
}

/** `onHeard` is called after something that another tab did was applied here. */
export function createTabs(store: Store<State, Change>, onHeard: (change: Change) => void): Tabs {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  let channel: BroadcastChannel | undefined;
  let leading: AbortController | undefined;
  let whose = "";

  function lead(person: Id, until: AbortSignal): void {
    const led = () => store.apply({ event: "leading", leading: true });
    if (!locks) {
      // without locks (a page served over plain http) each tab takes itself for the first
      led();
      return;
    }
    const ended = new Promise<void>((resolve) => until.addEventListener("abort", () => resolve()));
    const first = () => {
      if (!until.aborted) led();
      return ended;
    };
    locks.request(`palabre.first ${person}`, { signal: until }, first).catch(() => undefined);
  }

  return {
    shared: {
      get: store.get,
      subscribe: store.subscribe,
      apply(change) {
        store.apply(change);
        if (SHARED.has(change.event)) channel?.postMessage(change);
      },
    },
    begin(person) {
      this.end();
      whose = person;
      leading = new AbortController();
      lead(person, leading.signal);
      if (typeof window === "undefined" || typeof BroadcastChannel === "undefined") return;
      channel = new BroadcastChannel(`palabre ${person}`);
      channel.onmessage = ({ data }: MessageEvent<Change>) => {
        store.apply(data);
        onHeard(data);
      };
    },
    end() {
      leading?.abort();
      channel?.close();
      leading = channel = undefined;
    },
    async exclusive(name, run) {
      if (locks) await locks.request(`palabre.${name} ${whose}`, run);
      else await run();
    },
  };
}
