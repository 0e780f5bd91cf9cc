// SPDX-License-Identifier: Apache-2.0
import type { Conversation, Id, Me, MyConversation, ServerEvents } from "../shapes.js";
import { fresh, withConversation, withMessage, withRead } from "./entry.js";
import { isMine, settled, settledUpTo } from "./pending.js";
import { metIn } from "./people.js";
import type { Entry, State } from "./state.js";
import { withKey, withoutKey } from "./state.js";
import { heard } from "./timeline.js";

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
  const told = settled(state, message);
  return numbered(told, conversationId, seq, (now, entry) => {
    const next = withMessage(entry, message, isMine(now, message.senderId));
    return heard({ ...now, conversations: withKey(now.conversations, conversationId, next) }, message);
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
  const entry = state.conversations.get(conversationId);
  if (!entry) return state;
  const next = withRead(entry, userId, ord, isMine(state, userId));
  return next === entry
    ? state
    : { ...state, conversations: withKey(state.conversations, conversationId, next) };
}

export function onListed(state: State, conversations: readonly MyConversation[]): State {
  return conversations.reduce((now, { me, ...conversation }) => onSnapshot(now, conversation, me), state);
}

/**
 * A snapshot beside events: the newer wins. Where a timeline is held, a newer snapshot only says that events are
 * missing, so that the timeline gets them too; unless it was asked for because they are too many.
 */
export function onSnapshot(state: State, conversation: Conversation, me: Me): State {
  const { id, lastSeq } = conversation;
  const entry = state.conversations.get(id);
  const known = metIn(state, [conversation]);
  const asked = state.wanted.get(id) === "conversation";
  if (entry && lastSeq > entry.seq && state.timelines.has(id) && !asked) return behind(known, id);
  if (entry && lastSeq < entry.seq) return onRead(known, id, selfId(state), me.readOrd);
  const next = entry ? kept(entry, conversation, me) : fresh(conversation, me);
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

function kept(entry: Entry, conversation: Conversation, me: Me): Entry {
  const next = withConversation(
    { ...fresh(conversation, me), conversation: entry.conversation },
    conversation,
  );
  return { ...next, me: { ...next.me, readOrd: Math.max(entry.me.readOrd, me.readOrd) } };
}

export function removed(state: State, conversationId: Id): State {
  return {
    ...state,
    conversations: withoutKey(state.conversations, conversationId),
    timelines: withoutKey(state.timelines, conversationId),
    wanted: withoutKey(state.wanted, conversationId),
    pending: state.pending.filter((pending) => pending.conversationId !== conversationId),
  };
}

function selfId(state: State): Id {
  return state.session.is === "signedIn" ? state.session.user.id : "";
}
