// SPDX-License-Identifier: Apache-2.0
import type { ServerEvents } from "../shapes.js";
import type { Change, Unknown } from "./change.js";
import { fromWire } from "./change.js";
import {
  onConversationUpdated,
  onListed,
  onNewMessage,
  onRead,
  onSnapshot,
  onUnknown,
  removed,
} from "./conversations.js";
import { withCursors } from "./entry.js";
import * as own from "./own.js";
import { changed, discarded, queued, sent } from "./pending.js";
import { met } from "./people.js";
import type { State } from "./state.js";
import { initialState, withKey } from "./state.js";
import { pageLoaded, timelineFailed, timelineLoading } from "./timeline.js";

/** The next state: a pure function, the same whether an event came live, out of a sync page, or twice. */
export function reduce(state: State, change: Change): State {
  switch (change.event) {
    case "authenticated":
      return own.onAuthenticated(state, change.data);
    case "new_message":
      return onNewMessage(state, change.data);
    case "new_conversation":
      return own.onNewConversation(state, change.data);
    case "conversation_updated":
      return onConversationUpdated(state, change.data);
    case "conversation_removed":
      return own.onConversationRemoved(state, change.data);
    case "messages_read":
      return own.onMessagesRead(state, change.data);
    case "unread_total":
      return { ...state, serverTotal: change.data.total };
    case "sync_page":
      return onSyncPage(state, change.data);
    case "sync_done":
      return own.onSyncDone(state, change.data);
    case "epoch_changed":
      return own.onEpochChanged(state, change.data);
    case "unknown":
      return onUnknownEvent(state, change);
    case "status":
      return state.status === change.status ? state : { ...state, status: change.status };
    case "session":
      return change.session.is === "signedIn"
        ? { ...state, session: change.session }
        : { ...initialState, session: change.session };
    case "list_loading":
      return { ...state, list: { ...state.list, phase: "loading" } };
    case "list_failed":
      return { ...state, list: { ...state.list, phase: "failed" } };
    case "listed":
      return onPage(state, change);
    case "conversation_fetched":
      return onSnapshot(state, change.conversation, change.me);
    case "conversation_lost":
      return removed(state, change.conversationId);
    case "people_met":
      return met(state, change.users);
    case "timeline_loading":
      return timelineLoading(state, change.conversationId, change.older);
    case "timeline_failed":
      return timelineFailed(state, change.conversationId);
    case "page_loaded":
      return pageLoaded(state, change.conversationId, change.page);
    case "cursors":
      return onCursors(state, change);
    case "read":
      return state.session.is === "signedIn"
        ? onRead(state, change.conversationId, state.session.user.id, change.readOrd)
        : state;
    case "queued":
      return queued(state, change.pending);
    case "sending":
      return changed(state, change.clientId, { state: "sending" });
    case "sent":
      return sent(state, change.clientId, change.message);
    case "send_failed":
      return changed(state, change.clientId, { state: "failed", error: change.error });
    case "send_postponed":
      return changed(state, change.clientId, { state: "queued" });
    case "discarded":
      return discarded(state, change.clientId);
  }
}

/** What was missed. A page is the server's word: numbers left out of it are none that one may see. */
function onSyncPage(state: State, page: ServerEvents["sync_page"]): State {
  const id = page.conversationId;
  if (id !== undefined && page.gone) return removed(state, id);
  if (id !== undefined && page.reload) return { ...state, wanted: withKey(state.wanted, id, "conversation") };
  return page.events.reduce(
    (now, { event, data }) => reduce(upTo(now, id, data), fromWire(event, data)),
    state,
  );
}

/** Moves on to just before an event of a page. */
function upTo(state: State, id: string | undefined, data: { seq?: unknown; ownSeq?: unknown }): State {
  if (id === undefined) {
    const own = typeof data.ownSeq === "number" ? data.ownSeq - 1 : 0;
    return own > (state.ownSeq ?? 0) ? { ...state, ownSeq: own } : state;
  }
  const entry = state.conversations.get(id);
  const seq = typeof data.seq === "number" ? data.seq - 1 : 0;
  if (!entry || seq <= entry.seq) return state;
  return { ...state, conversations: withKey(state.conversations, id, { ...entry, seq }) };
}

function onUnknownEvent(state: State, { data }: Unknown): State {
  if (typeof data.ownSeq === "number") return own.onUnknownOwn(state, data.ownSeq);
  if (typeof data.conversationId === "string" && typeof data.seq === "number") {
    return onUnknown(state, data.conversationId, data.seq);
  }
  return state;
}

function onPage(state: State, page: Extract<Change, { event: "listed" }>): State {
  const listed = onListed({ ...state, serverTotal: page.unreadTotal }, page.conversations);
  const known =
    state.list.phase === "ready" && page.first && state.conversations.size > page.conversations.length;
  return { ...listed, list: { phase: "ready", nextCursor: known ? state.list.nextCursor : page.nextCursor } };
}

function onCursors(state: State, { conversationId, cursors }: Extract<Change, { event: "cursors" }>): State {
  const entry = state.conversations.get(conversationId);
  if (!entry) return state;
  return {
    ...state,
    conversations: withKey(state.conversations, conversationId, withCursors(entry, cursors)),
  };
}
