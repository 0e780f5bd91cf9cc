// SPDX-License-Identifier: Apache-2.0
import type { Id, MeChange, ServerEvents } from "../shapes.js";
import { onRead, onSnapshot, removed, withEntry } from "./conversations.js";
import { withKey, withoutKey } from "./copies.js";
import { withoutMessage } from "./messages.js";
import { peerOf, selfOf } from "./select.js";
import type { Entry, State } from "./state.js";
import { forgotten } from "./state.js";

/** One's own log has numbers too: the next is applied, repeats are not, a gap is asked for. */
function numbered(state: State, ownSeq: number, apply: (state: State) => State): State {
  if (state.ownSeq === undefined) return apply(state);
  if (ownSeq <= state.ownSeq) return state;
  if (ownSeq > state.ownSeq + 1) return state.ownBehind ? state : { ...state, ownBehind: true };
  return { ...apply(state), ownSeq };
}

export function onNewConversation(state: State, data: ServerEvents["new_conversation"]): State {
  return numbered(state, data.ownSeq, (now) =>
    withEntry(onSnapshot(now, data.conversation, data.me), data.conversationId, (entry) => ({
      ...entry,
      ownSeq: data.ownSeq,
    })),
  );
}

/** One's own part changed: pinned, muted, archived, a draft, here or on another device. */
export function onConversationMe(state: State, data: ServerEvents["conversation_me"]): State {
  const { unreadCount: _derived, ...me } = data.me;
  return numbered(state, data.ownSeq, (now) =>
    cleared(
      withEntry(now, data.conversationId, (entry) => ({
        ...entry,
        me: { ...me, readOrd: Math.max(me.readOrd, entry.me.readOrd) },
        ownSeq: data.ownSeq,
      })),
      data.conversationId,
    ),
  );
}

/**
 * The server says it too when a mute is over by itself: then nothing in the entry changes but what it means, and whoever
 * shows it looks again.
 */
export function onUnreadTotal(state: State, { total, conversationId }: ServerEvents["unread_total"]): State {
  const counted = { ...state, serverTotal: total };
  const entry = conversationId === undefined ? undefined : state.conversations.get(conversationId);
  if (!entry || entry.me.mutedUntil === undefined) return counted;
  return withEntry(counted, entry.conversation.id, (same) => ({ ...same }));
}

/** What one has deleted for oneself is nowhere any more. */
function cleared(state: State, id: Id): State {
  const upTo = state.conversations.get(id)?.me.clearedSeq ?? 0;
  const timeline = state.timelines.get(id);
  const last = state.conversations.get(id)?.conversation.lastMessage;
  const shown = last && last.seq <= upTo ? withEntry(state, id, withoutLast) : state;
  if (!timeline || (timeline.messages[0]?.seq ?? upTo + 1) > upTo) return shown;
  const messages = timeline.messages.filter((message) => message.seq > upTo);
  const next = { ...timeline, messages, hasMoreBefore: false };
  return { ...shown, timelines: withKey(state.timelines, id, next), pins: withoutKey(state.pins, id) };
}

function withoutLast(entry: Entry): Entry {
  const { lastMessage: _gone, ...conversation } = entry.conversation;
  return { ...entry, conversation };
}

export function onMessageHidden(state: State, data: ServerEvents["message_hidden"]): State {
  return numbered(state, data.ownSeq, (now) => withoutMessage(now, data.conversationId, data.messageId));
}

export function onBlocksChanged(state: State, data: ServerEvents["blocks_changed"]): State {
  return numbered(state, data.ownSeq, (now) => withBlocked(now, data.userIds));
}

/** Whom one has blocked, and what that means for the conversations with them. */
export function withBlocked(state: State, userIds: readonly Id[]): State {
  const blocked = new Set(userIds);
  const self = selfOf(state)?.id ?? "";
  const conversations = new Map(state.conversations);
  for (const [id, entry] of conversations) {
    const peer = peerOf(entry, self)?.id ?? "";
    if (blocked.has(peer) === (entry.me.blocked === "by_me") || entry.me.blocked === "by_them") continue;
    const { blocked: _before, ...me } = entry.me;
    conversations.set(id, { ...entry, me: blocked.has(peer) ? { ...me, blocked: "by_me" } : me });
  }
  return { ...state, blocked, conversations };
}

export function onConversationRemoved(state: State, data: ServerEvents["conversation_removed"]): State {
  return numbered(state, data.ownSeq, (now) => removed(now, data.conversationId));
}

export function onMessagesRead(state: State, data: ServerEvents["messages_read"]): State {
  const read = onRead(state, data.conversationId, data.userId, data.ord);
  return data.ownSeq === undefined ? read : numbered(read, data.ownSeq, (now) => now);
}

export function onUnknownOwn(state: State, ownSeq: number): State {
  return numbered(state, ownSeq, (now) => now);
}

/** The first hello says where one's log stands; a later one only whether the past is still the same. */
export function onAuthenticated(state: State, hello: ServerEvents["authenticated"]): State {
  const same = state.epoch === undefined || state.epoch === hello.epoch;
  const base = same ? state : forgotten(state);
  return {
    ...base,
    session: { is: "signedIn", user: hello.user },
    server: hello.server,
    epoch: hello.epoch,
    ownSeq: base.ownSeq ?? hello.ownSeq,
    serverTotal: hello.unreadTotal,
  };
}

export function onSyncDone(state: State, done: ServerEvents["sync_done"]): State {
  const wanted = new Map([...state.wanted].filter(([, what]) => what === "conversation"));
  const ownSeq = Math.max(state.ownSeq ?? 0, done.ownSeq);
  return { ...state, wanted, ownSeq, ownBehind: false, serverTotal: done.unreadTotal };
}

export function onEpochChanged(state: State, { epoch }: ServerEvents["epoch_changed"]): State {
  return state.epoch === epoch ? state : { ...forgotten(state), epoch };
}

/** What one asked for one's own part shows at once. */
export function meChanged(state: State, id: Id, { mutedUntil, ...change }: MeChange): State {
  return withEntry(state, id, (entry) => {
    const { mutedUntil: before, ...me } = { ...entry.me, ...change };
    const until = mutedUntil === undefined ? before : mutedUntil;
    return { ...entry, me: until ? { ...me, mutedUntil: until } : me };
  });
}

export function drafted(drafts: State["drafts"], id: Id, draft: string | undefined): State["drafts"] {
  return draft === undefined ? withoutKey(drafts, id) : withKey(drafts, id, draft);
}
