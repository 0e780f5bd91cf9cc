// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, Quote } from "../shapes.js";
import { withKey, withoutKey } from "./copies.js";
import type { State } from "./state.js";
import { placeOf } from "./timeline.js";

/** A message as it is now, wherever it is shown: in its timeline, as the last of its conversation, among the pins. */
export function shownMessage(state: State, message: Message): State {
  const id = message.conversationId;
  const timeline = state.timelines.get(id);
  const messages = timeline && withQuotes(replaced(timeline.messages, message), message);
  const timelines =
    timeline && messages !== timeline.messages
      ? withKey(state.timelines, id, { ...timeline, messages: messages ?? [] })
      : state.timelines;
  return withPin({ ...state, timelines, conversations: asLast(state, message) }, message);
}

function replaced(messages: readonly Message[], message: Message): readonly Message[] {
  const at = placeOf(messages, message.seq);
  return messages[at]?.id === message.id ? messages.with(at, message) : messages;
}

const QUOTED = 200;

/** Replies show the beginning of what they answer, as it is now. */
function withQuotes(
  messages: readonly Message[],
  { id, senderId, type, ...now }: Message,
): readonly Message[] {
  if (!messages.some((one) => one.quote?.id === id)) return messages;
  const content = now.content && { content: [...now.content].slice(0, QUOTED).join("") };
  const quote: Quote = { id, senderId, type, ...(now.deletedAt ? { deleted: true } : content) };
  return messages.map((one) => (one.quote?.id === id ? { ...one, quote } : one));
}

function asLast(state: State, message: Message): State["conversations"] {
  const entry = state.conversations.get(message.conversationId);
  if (entry?.conversation.lastMessage?.id !== message.id) return state.conversations;
  const conversation = { ...entry.conversation, lastMessage: message };
  return withKey(state.conversations, conversation.id, { ...entry, conversation });
}

function withPin(state: State, message: Message): State {
  const held = state.pins.get(message.conversationId);
  if (!held) return state;
  const others = held.filter((one) => one.id !== message.id);
  if (message.pinnedAt === undefined && others.length === held.length) return state;
  const pins = message.pinnedAt === undefined ? others : byPinning([...others, message]);
  return { ...state, pins: withKey(state.pins, message.conversationId, pins) };
}

/** The latest pinned first. */
export function byPinning(messages: readonly Message[]): readonly Message[] {
  return messages.toSorted((a, b) => ((a.pinnedAt ?? "") < (b.pinnedAt ?? "") ? 1 : -1));
}

const MOST_HIDDEN = 500;

/** Hidden for oneself: it is nowhere any more. Where it was the last of its conversation, the one before is. */
export function withoutMessage(state: State, id: Id, messageId: Id): State {
  const gone = (messages: readonly Message[]) =>
    messages.filter((message) => message.id !== messageId).map((message) => withoutQuote(message, messageId));
  const timeline = state.timelines.get(id);
  const pins = state.pins.get(id);
  const next = {
    ...state,
    hidden: new Set([...state.hidden, messageId].slice(-MOST_HIDDEN)),
    wished: withoutKey(state.wished, messageId),
    ...(timeline && {
      timelines: withKey(state.timelines, id, { ...timeline, messages: gone(timeline.messages) }),
    }),
    ...(pins && { pins: withKey(state.pins, id, gone(pins)) }),
  };
  return withoutLast(next, id, messageId);
}

/** What one does not see any more is not shown in the replies to it either. */
function withoutQuote(message: Message, messageId: Id): Message {
  if (message.quote?.id !== messageId) return message;
  const { quote: _, ...rest } = message;
  return rest;
}

function withoutLast(state: State, id: Id, messageId: Id): State {
  const entry = state.conversations.get(id);
  if (entry?.conversation.lastMessage?.id !== messageId) return state;
  const { lastMessage: _gone, ...rest } = entry.conversation;
  const timeline = state.timelines.get(id);
  const before = timeline?.hasMoreAfter
    ? undefined
    : timeline?.messages.findLast((message) => message.ord !== undefined);
  const conversation = before ? { ...rest, lastMessage: before } : rest;
  // what came before it is not held here
  const wanted =
    before || timeline?.hasMoreBefore === false ? state.wanted : withKey(state.wanted, id, "conversation");
  return { ...state, wanted, conversations: withKey(state.conversations, id, { ...entry, conversation }) };
}
