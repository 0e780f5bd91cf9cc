// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, MessagePage } from "../shapes.js";
import { settled } from "./pending.js";
import type { State, Timeline } from "./state.js";
import { withKey } from "./state.js";

const empty: Timeline = { messages: [], hasMoreBefore: true, phase: "loading", loadingOlder: false };

export function timelineLoading(state: State, conversationId: Id, older: boolean): State {
  const held = state.timelines.get(conversationId);
  const next: Timeline =
    older && held ? { ...held, loadingOlder: true } : { ...(held ?? empty), phase: "loading" };
  return { ...state, timelines: withKey(state.timelines, conversationId, next) };
}

export function timelineFailed(state: State, conversationId: Id): State {
  const held = state.timelines.get(conversationId);
  if (!held) return state;
  const next: Timeline = held.loadingOlder ? { ...held, loadingOlder: false } : { ...held, phase: "failed" };
  return { ...state, timelines: withKey(state.timelines, conversationId, next) };
}

export function pageLoaded(state: State, conversationId: Id, page: MessagePage): State {
  const held = state.timelines.get(conversationId) ?? empty;
  const first = held.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  const reachesBack = (page.messages[0]?.seq ?? 0) <= first;
  const next: Timeline = {
    messages: page.messages.reduce(inserted, held.messages),
    hasMoreBefore: reachesBack ? page.hasMoreBefore : held.hasMoreBefore,
    phase: "ready",
    loadingOlder: false,
  };
  const told = page.messages.reduce(settled, state);
  return { ...told, timelines: withKey(state.timelines, conversationId, next) };
}

/** The message in the timeline, if that is held; nothing is kept for conversations never opened. */
export function heard(state: State, message: Message): State {
  const held = state.timelines.get(message.conversationId);
  if (!held) return state;
  const messages = inserted(held.messages, message);
  return { ...state, timelines: withKey(state.timelines, message.conversationId, { ...held, messages }) };
}

/** In its place by number, once. */
export function inserted(messages: readonly Message[], message: Message): readonly Message[] {
  let at = messages.length;
  while (at > 0 && (messages[at - 1]?.seq ?? 0) > message.seq) at--;
  const known = messages[at - 1]?.seq === message.seq;
  return [...messages.slice(0, known ? at - 1 : at), message, ...messages.slice(at)];
}
