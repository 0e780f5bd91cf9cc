// SPDX-License-Identifier: Apache-2.0
import type { ServerEvents } from "../shapes.js";
import type { Change, Local, Pushed, Unknown } from "./change.js";
import { fromWire } from "./change.js";
import * as conversations from "./conversations.js";
import { together, withKey } from "./copies.js";
import { byPinning, withoutMessage } from "./messages.js";
import * as own from "./own.js";
import { changed, discarded, postponed, queued, sent, withFiles } from "./pending.js";
import { met } from "./people.js";
import { onPresence, onWatched } from "./presence.js";
import { restored } from "./restored.js";
import type { State } from "./state.js";
import { initialState } from "./state.js";
import * as timeline from "./timeline.js";
import { onTyping, typingExpired } from "./typing.js";
import { granted, refused, wished } from "./wishes.js";

/** The next state: a pure function, the same whether an event came live, out of a sync page, or twice. */
export function reduce(state: State, change: Change): State {
  if (change.event === "unknown") return onUnknownEvent(state, change);
  return "data" in change ? onPushed(state, change) : onLocal(state, change);
}

/** One after the other, in less time. */
export function reduceAll(state: State, changes: readonly Change[]): State {
  return together(() => changes.reduce(reduce, state));
}

function onPushed(state: State, change: Pushed): State {
  switch (change.event) {
    case "authenticated":
      return own.onAuthenticated(state, change.data);
    case "new_message":
      return conversations.onNewMessage(state, change.data);
    case "message_updated":
    case "message_deleted":
      return conversations.onMessageChanged(state, change.data);
    case "message_hidden":
      return own.onMessageHidden(state, change.data);
    case "new_conversation":
      return own.onNewConversation(state, change.data);
    case "conversation_updated":
      return conversations.onConversationUpdated(state, change.data);
    case "conversation_removed":
      return own.onConversationRemoved(state, change.data);
    case "conversation_me":
      return own.onConversationMe(state, change.data);
    case "messages_read":
      return own.onMessagesRead(state, change.data);
    case "messages_read_many":
      return conversations.onCursors(state, change.data.conversationId, change.data.cursors);
    case "messages_delivered":
      return conversations.onDelivered(state, change.data);
    case "blocks_changed":
      return own.onBlocksChanged(state, change.data);
    case "presence_state":
      return onPresence(state, change.data.states);
    case "presence_changed":
      return onPresence(state, [change.data]);
    case "unread_total":
      return own.onUnreadTotal(state, change.data);
    case "sync_page":
      return onSyncPage(state, change.data);
    case "sync_done":
      return own.onSyncDone(state, change.data);
    case "epoch_changed":
      return own.onEpochChanged(state, change.data);
  }
}

function onLocal(state: State, change: Local): State {
  switch (change.event) {
    case "status":
      return state.status === change.status ? state : { ...state, status: change.status };
    case "session":
      return change.session.is === "signedIn"
        ? { ...state, session: change.session }
        : { ...initialState, session: change.session };
    case "leading":
      return { ...state, leading: change.leading };
    case "restored":
      return restored(state, change.cached);
    case "list_loading":
      return { ...state, list: { ...state.list, phase: "loading" } };
    case "list_failed":
      return { ...state, list: { ...state.list, phase: "failed" } };
    case "listed":
      return onPage(state, change);
    case "conversation_fetched":
      return conversations.onSnapshot(state, change.conversation, change.me, change.asOf);
    case "conversation_lost":
      return conversations.removed(state, change.conversationId);
    case "people_met":
      return met(state, change.users);
    case "timeline_loading":
      return timeline.timelineLoading(state, change.conversationId, change.place);
    case "timeline_failed":
      return timeline.timelineFailed(state, change.conversationId, change.place);
    case "page_loaded":
      return timeline.pageLoaded(state, change.conversationId, change.page, change.place);
    case "opened":
      return timeline.opened(state, change.conversationId, change.reachable);
    case "closed":
      return timeline.closed(state, change.conversationId);
    case "pins_loaded":
      return { ...state, pins: withKey(state.pins, change.conversationId, byPinning(change.messages)) };
    case "cursors":
      return conversations.onCursors(state, change.conversationId, change.cursors);
    case "read":
      return state.session.is === "signedIn"
        ? conversations.onRead(state, change.conversationId, state.session.user.id, change.readOrd)
        : state;
    case "me_changed":
      return own.meChanged(state, change.conversationId, change.change);
    case "drafted":
      return { ...state, drafts: own.drafted(state.drafts, change.conversationId, change.draft) };
    case "drafts_restored":
      return { ...state, drafts: new Map([...change.drafts, ...state.drafts]) };
    case "wished":
      return wished(state, change.message, change.key, change.wish);
    case "wish_granted":
      return granted(state, change.messageId, change.key);
    case "wish_refused":
      return refused(state, change.messageId, change.key);
    case "hidden":
      return withoutMessage(state, change.conversationId, change.messageId);
    case "typing":
      return onTyping(state, change.conversationId, change.userId, change.until);
    case "typing_expired":
      return typingExpired(state, change.now);
    case "presence_watched":
      return onWatched(state, change.ids);
    case "blocked":
      return own.withBlocked(state, change.userIds);
    case "queued":
      return queued(state, change.pending);
    case "sending":
      return changed(state, change.clientId, { state: "sending" });
    case "sent":
      return sent(state, change.clientId, change.message);
    case "send_failed":
      return changed(state, change.clientId, { state: "failed", error: change.error });
    case "send_postponed":
      return postponed(state, change.clientId);
    case "file_changed":
      return withFiles(state, change.clientId, (file) =>
        file.key === change.key ? [{ ...file, ...change.change }] : [file],
      );
    case "file_dropped":
      return withFiles(state, change.clientId, (file) => (file.key === change.key ? [] : [file]));
    case "discarded":
      return discarded(state, change.clientId);
  }
}

/** What was missed. A page is the server's word: numbers left out of it are none that one may see. */
function onSyncPage(state: State, page: ServerEvents["sync_page"]): State {
  const id = page.conversationId;
  if (id !== undefined && page.gone) return conversations.removed(state, id);
  if (id !== undefined && page.reload) return { ...state, wanted: withKey(state.wanted, id, "conversation") };
  return together(() =>
    page.events.reduce((now, { event, data }) => reduce(upTo(now, id, data), fromWire(event, data)), state),
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
    return conversations.onUnknown(state, data.conversationId, data.seq);
  }
  return state;
}

function onPage(state: State, page: Extract<Change, { event: "listed" }>): State {
  const listed = conversations.onListed(
    { ...state, serverTotal: page.unreadTotal },
    page.conversations,
    page.asOf ?? Number.POSITIVE_INFINITY,
  );
  const known =
    state.list.phase === "ready" && page.first && state.conversations.size > page.conversations.length;
  return { ...listed, list: { phase: "ready", nextCursor: known ? state.list.nextCursor : page.nextCursor } };
}
