// SPDX-License-Identifier: Apache-2.0
import type { PageAsked, Rest } from "./rest.js";
import type { Id, MessagePage } from "./shapes.js";
import type { Change } from "./state/change.js";
import { unreadOf } from "./state/select.js";
import type { State, Timeline } from "./state/state.js";
import { placeOf } from "./state/timeline.js";
import type { Store } from "./store.js";

const PAGE = 50;
/** A page that could not come is not asked for again at once by whoever stands where it belongs. */
const PAUSE_AFTER_FAILURE = 2_000;
/** Fewer are on the last page, with something read before them. */
const MANY_UNREAD = 25;

/** Brings the messages of a conversation, a page at a time, without a hole between what is held. */
export interface Paging {
  /** The page that one begins with: where reading stopped when much came since, otherwise the last. */
  loadFirst(conversationId: Id): Promise<void>;
  /** The last page; also the way back to the end after a jump. */
  loadLatest(conversationId: Id): Promise<void>;
  loadOlder(conversationId: Id): Promise<void>;
  loadNewer(conversationId: Id): Promise<void>;
  /** The messages around a number, wherever that is; nothing is fetched when it is held already. */
  jumpTo(conversationId: Id, seq: number): Promise<void>;
}

export function createPaging(store: Store<State, Change>, rest: Pick<Rest, "messages">): Paging {
  const held = (id: Id) => store.get().timelines.get(id);
  /** Where one asked to be last, of conversations in which one is on the way. */
  const going = new Map<Id, PageAsked>();

  /** The page there, or nothing while it cannot be had. */
  async function pageAt(id: Id, at: PageAsked): Promise<MessagePage | undefined> {
    return rest.messages(id, { limit: PAGE, ...at }).catch(() => undefined);
  }

  /** Somewhere in the conversation; of several such wishes the last one counts, whichever answer comes first. */
  async function go(id: Id, place: "end" | "around", at: PageAsked): Promise<void> {
    going.set(id, at);
    store.apply({ event: "timeline_loading", conversationId: id, place });
    const page = await pageAt(id, at);
    if (going.get(id) !== at) return;
    going.delete(id);
    if (!held(id)) return;
    store.apply(
      page
        ? { event: "page_loaded", conversationId: id, page, place }
        : { event: "timeline_failed", conversationId: id, place },
    );
  }

  /** What stands before or after that which is held. */
  async function extend(id: Id, place: "older" | "newer", at: PageAsked): Promise<void> {
    store.apply({ event: "timeline_loading", conversationId: id, place });
    const asked = held(id);
    const page = await pageAt(id, at);
    if (!page) await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_FAILURE));
    const moved = superseded(asked, held(id), place);
    if (page && !moved) store.apply({ event: "page_loaded", conversationId: id, page, place });
    else if (place === "older" || !moved)
      store.apply({ event: "timeline_failed", conversationId: id, place });
  }

  async function loadLatest(id: Id): Promise<void> {
    if (held(id)?.phase !== "loading") await go(id, "end", {});
  }

  return {
    loadLatest,
    async loadFirst(id) {
      const entry = store.get().conversations.get(id);
      if (!entry || unreadOf(entry) < MANY_UNREAD) return loadLatest(id);
      if (held(id)?.phase !== "loading") await go(id, "around", { unread: true });
    },
    async loadOlder(id) {
      const timeline = held(id);
      if (timeline?.phase !== "ready" || !timeline.hasMoreBefore || timeline.loadingOlder) return;
      const first = timeline.messages[0]?.seq;
      if (first !== undefined) await extend(id, "older", { before: first });
    },
    async loadNewer(id) {
      const timeline = held(id);
      if (timeline?.phase !== "ready" || !timeline.hasMoreAfter || timeline.loadingNewer) return;
      const last = timeline.messages.at(-1)?.seq;
      if (last !== undefined) await extend(id, "newer", { after: last });
    },
    async jumpTo(id, seq) {
      const messages = held(id)?.messages ?? [];
      if (messages[placeOf(messages, seq)]?.seq !== seq) await go(id, "around", { around: seq });
    },
  };
}

/** An older or newer page is of no use once one has jumped elsewhere. */
function superseded(
  asked: Timeline | undefined,
  now: Timeline | undefined,
  place: "older" | "newer",
): boolean {
  const at = place === "older" ? 0 : -1;
  return !now || asked?.messages.at(at)?.seq !== now.messages.at(at)?.seq;
}
