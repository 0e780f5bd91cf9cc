// SPDX-License-Identifier: Apache-2.0
import type { Conversation, Cursor, Id, Me, MyConversation, ServerEvents } from "../shapes.js";
import { withKey, withoutKey } from "./copies.js";
import { fresh, withConversation, withCursors, withMessage, withRead } from "./entry.js";
import { isMine, settled, settledUpTo } from "./pending.js";
import { metIn } from "./people.js";
import { stillThere } from "./reactions.js";
import type { Entry, State } from "./state.js";
import { heard } from "./timeline.js";
import { onTyping } from "./typing.js";
import { withWishes } from "./wishes.js";

/** Applies a numbered event if it is the next one; deaf to repeats; a gap is noted and asked for, never jumped. */
function numbered(state: State, id: Id, seq: number, apply: (state: State, entry: Entry) => State): State {
  const entry = state.conversations.get(id);
  if (!entry) return { ...state, wanted: withKey(state.wanted, id, "conversation") };
  if (seq <= entry.seq) return state;
  if (seq > entry.seq + 1) return behind(state, id);
  return apply(state, entry);
}

/** Events are missing; if the whole conversation is to be fetched anyway, that stands. */
function behind(state: State, id: Id): State {
  return state.wanted.has(id) ? state : { ...state, wanted: withKey(state.wanted, id, "events") };
}

export function onNewMessage(
  state: State,
  { conversationId, seq, message }: ServerEvents["new_message"],
): State {
  const told = onTyping(settled(state, message), conversationId, message.senderId, undefined);
  return numbered(told, conversationId, seq, (now, entry) => {
    const next = withMessage(entry, message, selfId(now));
    if (now.hidden.has(message.id)) return withEntry(now, conversationId, () => lastAsBefore(next, entry));
    return heard({ ...now, conversations: withKey(now.conversations, conversationId, next) }, message);
  });
}

/**
 * A message was edited, deleted, pinned, reacted to: it comes as it is now, under that event's own number; without it,
 * it is one that one does not see, and only the number counts.
 */
export function onMessageChanged(
  state: State,
  { conversationId, seq, userId, message }: ServerEvents["message_updated"],
): State {
  return numbered(state, conversationId, seq, (now, entry) => {
    const lastSeq = Math.max(entry.conversation.lastSeq, seq);
    const next = { ...entry, conversation: { ...entry.conversation, lastSeq }, seq };
    const counted = { ...now, conversations: withKey(now.conversations, conversationId, next) };
    return message
      ? withWishes(counted, userId === selfId(now) ? message : stillThere(now, message, selfId(now)))
      : counted;
  });
}

export function onConversationUpdated(state: State, data: ServerEvents["conversation_updated"]): State {
  return numbered(state, data.conversationId, data.seq, (now, entry) => {
    const { conversation } = data;
    const next = { ...(conversation ? withConversation(entry, conversation) : entry), seq: data.seq };
    const told = conversation ? metIn(now, [conversation]) : now;
    return heard(
      { ...told, conversations: withKey(now.conversations, data.conversationId, next) },
      data.message,
    );
  });
}

/** A numbered event that this client does not know: counted, so that the next one is no gap. */
export function onUnknown(state: State, id: Id, seq: number): State {
  if (!state.conversations.has(id)) return state;
  return numbered(state, id, seq, (now, entry) => ({
    ...now,
    conversations: withKey(now.conversations, id, { ...entry, seq }),
  }));
}

/** Others' cursors come without a number, and only grow. */
export function onRead(state: State, conversationId: Id, userId: Id, ord: number): State {
  return withEntry(state, conversationId, (entry) =>
    withRead(entry, userId, ord, isMine(state, userId), state.timelines.get(conversationId)),
  );
}

export function onDelivered(state: State, data: ServerEvents["messages_delivered"]): State {
  const { conversationId, userId, ord } = data;
  return onCursors(state, conversationId, [{ userId, readOrd: 0, deliveredOrd: ord }]);
}

export function onCursors(state: State, conversationId: Id, cursors: readonly Cursor[]): State {
  return withEntry(state, conversationId, (entry) => withCursors(entry, cursors));
}

function lastAsBefore(next: Entry, before: Entry): Entry {
  const { lastMessage: _hidden, ...conversation } = next.conversation;
  const last = before.conversation.lastMessage;
  return { ...next, conversation: last ? { ...conversation, lastMessage: last } : conversation };
}

/** What a conversation becomes, if it is held. */
export function withEntry(state: State, id: Id, change: (entry: Entry) => Entry): State {
  const entry = state.conversations.get(id);
  const next = entry && change(entry);
  return !next || next === entry
    ? state
    : { ...state, conversations: withKey(state.conversations, id, next) };
}

export function onListed(state: State, conversations: readonly MyConversation[], asOf: number): State {
  return conversations.reduce(
    (now, { me, ...conversation }) => onSnapshot(now, conversation, me, asOf),
    state,
  );
}

/**
 * A snapshot beside events: the newer wins. Where a timeline is held, a newer snapshot only says that events are
 * missing, so that the timeline gets them too; unless it was asked for because they are too many. One's own part is as
 * of a number of one's own log.
 */
export function onSnapshot(
  state: State,
  conversation: Conversation,
  me: Me,
  asOf = Number.POSITIVE_INFINITY,
): State {
  const { id, lastSeq } = conversation;
  const entry = state.conversations.get(id);
  const known = metIn(state, [conversation]);
  const asked = state.wanted.get(id) === "conversation";
  if (entry && lastSeq > entry.seq && state.timelines.has(id) && !asked) return behind(known, id);
  if (entry && lastSeq < entry.seq) return onRead(known, id, selfId(state), me.readOrd);
  const current = entry ? kept(entry, conversation, me, asOf) : fresh(conversation, me);
  const hidden = state.hidden.has(conversation.lastMessage?.id ?? "");
  const next = entry && hidden ? lastAsBefore(current, entry) : current;
  const shown = { ...known, conversations: withKey(state.conversations, id, next) };
  return settledUpTo(asked ? answered(shown, id) : shown, id, next.seq);
}

/** What came in while a conversation was being fetched could not be applied: once more for the events since. */
function answered(state: State, id: Id): State {
  return {
    ...state,
    timelines: withoutKey(state.timelines, id),
    wanted: withKey(state.wanted, id, "events"),
  };
}

function kept(entry: Entry, conversation: Conversation, me: Me, asOf: number): Entry {
  const current = fresh(conversation, me);
  const next = withConversation({ ...current, conversation: entry.conversation }, conversation);
  const own = (entry.ownSeq ?? 0) > asOf ? entry.me : current.me;
  return {
    ...next,
    ...(entry.ownSeq !== undefined && { ownSeq: entry.ownSeq }),
    me: { ...own, readOrd: Math.max(entry.me.readOrd, me.readOrd) },
  };
}

export function removed(state: State, conversationId: Id): State {
  return {
    ...state,
    conversations: withoutKey(state.conversations, conversationId),
    timelines: withoutKey(state.timelines, conversationId),
    pins: withoutKey(state.pins, conversationId),
    typing: withoutKey(state.typing, conversationId),
    drafts: withoutKey(state.drafts, conversationId),
    wanted: withoutKey(state.wanted, conversationId),
    pending: state.pending.filter((pending) => pending.conversationId !== conversationId),
  };
}

function selfId(state: State): Id {
  return state.session.is === "signedIn" ? state.session.user.id : "";
}
