// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "../shapes.js";
import type { Pending, PendingFile, State } from "./state.js";

export function isMine(state: State, senderId: Id): boolean {
  return state.session.is === "signedIn" && state.session.user.id === senderId;
}

/** Nothing is queued twice, nor again once it is among the messages. */
export function queued(state: State, added: readonly Pending[]): State {
  const known = new Set(state.pending.map((pending) => pending.clientId));
  const unknown = added.filter((pending) => !known.has(pending.clientId) && !isSaid(state, pending));
  return unknown.length === 0 ? state : { ...state, pending: [...state.pending, ...unknown] };
}

function isSaid(state: State, { conversationId, clientId }: Pending): boolean {
  const said = state.timelines.get(conversationId)?.messages ?? [];
  return said.some((message) => message.clientId === clientId && isMine(state, message.senderId));
}

export function changed(state: State, clientId: string, change: Partial<Pending>): State {
  if (!state.pending.some((pending) => pending.clientId === clientId)) return state;
  const pending = state.pending.map((one) => (one.clientId === clientId ? { ...one, ...change } : one));
  return { ...state, pending };
}

/** To be sent again: why it or a file of it was refused is forgotten. */
export function postponed(state: State, clientId: string): State {
  if (!state.pending.some((pending) => pending.clientId === clientId)) return state;
  const pending = state.pending.map((one) => (one.clientId === clientId ? unrefused(one) : one));
  return { ...state, pending };
}

function unrefused({ error: _refused, files, ...one }: Pending): Pending {
  const again = files?.map(({ error: _why, ...file }) => file);
  return { ...one, ...(again && { files: again }), state: "queued" };
}

/** The files of a message on its way, each made into what it is now. */
export function withFiles(
  state: State,
  clientId: string,
  change: (file: PendingFile) => readonly PendingFile[],
): State {
  const files = state.pending.find((one) => one.clientId === clientId)?.files;
  return files ? changed(state, clientId, { files: files.flatMap(change) }) : state;
}

export function discarded(state: State, clientId: string): State {
  return { ...state, pending: state.pending.filter((pending) => pending.clientId !== clientId) };
}

/** On the server's disk. If its event was heard before this answer, nothing is left to wait for. */
export function sent(state: State, clientId: string, message: Message): State {
  const heardOf = state.conversations.get(message.conversationId)?.seq ?? 0;
  return heardOf >= message.seq
    ? discarded(state, clientId)
    : changed(state, clientId, { state: "sent", message });
}

/** A snapshot of the conversation up to this number holds what was sent before it. */
export function settledUpTo(state: State, conversationId: Id, seq: number): State {
  const open = state.pending.filter(
    (one) => one.conversationId !== conversationId || (one.message?.seq ?? seq + 1) > seq,
  );
  return open.length === state.pending.length ? state : { ...state, pending: open };
}

/** The message's own event was heard: its echo is no longer needed. */
export function settled(state: State, message: Message): State {
  const clientId = message.clientId;
  const waits = state.pending.some(
    (one) => one.clientId === clientId && one.conversationId === message.conversationId,
  );
  return clientId !== undefined && waits && isMine(state, message.senderId)
    ? discarded(state, clientId)
    : state;
}
