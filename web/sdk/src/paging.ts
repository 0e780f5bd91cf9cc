// SPDX-License-Identifier: Apache-2.0
import type { Rest } from "./rest.js";
import type { Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

const PAGE = 50;

/** The last page of a conversation, or the one before what is held; one at a time. */
export async function loadPage(
  store: Store<State, Change>,
  rest: Rest,
  conversationId: Id,
  older = false,
): Promise<void> {
  const held = store.get().timelines.get(conversationId);
  if (older && (!held?.hasMoreBefore || held.loadingOlder || held.phase !== "ready")) return;
  if (!older && held?.phase === "loading") return;
  store.apply({ event: "timeline_loading", conversationId, older });
  const before = older ? held?.messages[0]?.seq : undefined;
  try {
    const page = await rest.messages(conversationId, {
      limit: PAGE,
      ...(before !== undefined && { before }),
    });
    store.apply({ event: "page_loaded", conversationId, page });
  } catch {
    store.apply({ event: "timeline_failed", conversationId });
  }
}
