// SPDX-License-Identifier: Apache-2.0
import type { Id, Palabre } from "@palabre/sdk";
import { conversationList } from "@palabre/sdk";
import { useEffect } from "react";

const MOST = 12;
const AFTER = 2_000;
const APART = 150;

/** While nothing else is asked for, the latest conversations are fetched: one visit is enough to read them without a network. */
export function useReadyOffline(client: Palabre): void {
  useEffect(() => {
    const asked = new Set<Id>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;

    function next() {
      timer = undefined;
      const id = missing(client, asked);
      if (id === undefined) return;
      asked.add(id);
      void client.loadLatest(id).then(() => soon(APART));
    }

    function soon(after: number) {
      const { status, list, leading } = client.get();
      if (!ended && status === "connected" && list.phase === "ready" && leading)
        timer ??= setTimeout(next, after);
    }

    const unsubscribe = client.subscribe(() => soon(AFTER));
    soon(AFTER);
    return () => {
      ended = true;
      unsubscribe();
      clearTimeout(timer);
    };
  }, [client]);
}

function missing(client: Palabre, asked: ReadonlySet<Id>): Id | undefined {
  const state = client.get();
  const latest = conversationList(state).slice(0, MOST);
  return latest
    .map(({ conversation }) => conversation.id)
    .find((id) => !state.timelines.has(id) && !asked.has(id));
}
