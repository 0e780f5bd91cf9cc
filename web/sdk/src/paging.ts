// SPDX-License-Identifier: Apache-2.0
import type { Rest } from "./rest.js";
import type { Id, MessagePage } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State, Timeline } from "./state/state.js";
import type { Place } from "./state/timeline.js";
import { placeOf } from "./state/timeline.js";
import type { Store } from "./store.js";

const PAGE = 50;

/** Brings the messages of a conversation, a page at a time, without a hole between what is held. */
export interface Paging {
  /** The last page; also the way back to the end after a jump. */
  loadLatest(conversationId: Id): Promise<void>;
  loadOlder(conversationId: Id): Promise<void>;
  loadNewer(conversationId: Id): Promise<void>;
  /** The messages around a number, wherever that is; nothing is fetched when it is held already. */
  jumpTo(conversationId: Id, seq: number): Promise<void>;
}

export function createPaging(store: Store<State, Change>, rest: Pick<Rest, "messages">): Paging {
  const held = (id: Id) => store.get().timelines.get(id);

  async function load(id: Id, place: Place, at: Asked): Promise<void> {
    store.apply({ event: "timeline_loading", conversationId: id, place });
    const asked = held(id);
    try {
      const page: MessagePage = await rest.messages(id, { limit: PAGE, ...at });
      if (superseded(asked, held(id), place)) return;
      store.apply({ event: "page_loaded", conversationId: id, page, place });
    } catch {
      store.apply({ event: "timeline_failed", conversationId: id, place });
    }
  }

  return {
    async loadLatest(id) {
      if (held(id)?.phase !== "loading") await load(id, "end", {});
    },
    async loadOlder(id) {
      const timeline = held(id);
      if (timeline?.phase !== "ready" || !timeline.hasMoreBefore || timeline.loadingOlder) return;
      const first = timeline.messages[0]?.seq;
      if (first !== undefined) await load(id, "older", { before: first });
    },
    async loadNewer(id) {
      const timeline = held(id);
      if (timeline?.phase !== "ready" || !timeline.hasMoreAfter || timeline.loadingNewer) return;
      const last = timeline.messages.at(-1)?.seq;
      if (last !== undefined) await load(id, "newer", { after: last });
    },
    async jumpTo(id, seq) {
      const messages = held(id)?.messages ?? [];
      if (messages[placeOf(messages, seq)]?.seq !== seq) await load(id, "around", { around: seq });
    },
  };
}

type Asked = { before?: number; after?: number; around?: number };

/** An older or newer page is of no use once one has jumped elsewhere. */
function superseded(asked: Timeline | undefined, now: Timeline | undefined, place: Place): boolean {
  if (!now) return true;
  if (place === "older") return asked?.messages[0]?.seq !== now.messages[0]?.seq;
  return place === "newer" && asked?.messages.at(-1)?.seq !== now.messages.at(-1)?.seq;
}
