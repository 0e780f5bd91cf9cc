// SPDX-License-Identifier: Apache-2.0
import type { ServerEvents } from "../shapes.js";
import { onRead, onSnapshot, removed } from "./conversations.js";
import type { State } from "./state.js";
import { forgotten } from "./state.js";

/** One's own log has numbers too: the next is applied, repeats are not, a gap is asked for. */
function numbered(state: State, ownSeq: number, apply: (state: State) => State): State {
  if (state.ownSeq === undefined) return apply(state);
  if (ownSeq <= state.ownSeq) return state;
  if (ownSeq > state.ownSeq + 1) return state.ownBehind ? state : { ...state, ownBehind: true };
  return { ...apply(state), ownSeq };
}

export function onNewConversation(state: State, data: ServerEvents["new_conversation"]): State {
  return numbered(state, data.ownSeq, (now) => onSnapshot(now, data.conversation, data.me));
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
