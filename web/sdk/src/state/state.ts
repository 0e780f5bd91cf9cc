// SPDX-License-Identifier: Apache-2.0
import type { Conversation, Id, Me, Message, User } from "../shapes.js";

/** The socket: `refused` means that the server does not take our session and retrying is no use. */
export type Status = "idle" | "connecting" | "connected" | "offline" | "refused";

export type Session =
  | { is: "unknown" }
  | { is: "signedOut"; expired: boolean }
  | { is: "signedIn"; user: User };

/** A conversation as far as it was heard: `seq` is the last event applied, without a hole before it. */
export interface Entry {
  readonly conversation: Conversation;
  readonly me: Omit<Me, "unreadCount">;
  readonly seq: number;
}

/** The messages held of a conversation, by number and without a hole up to the entry's `seq`. */
export interface Timeline {
  readonly messages: readonly Message[];
  readonly hasMoreBefore: boolean;
  readonly phase: "loading" | "ready" | "failed";
  readonly loadingOlder: boolean;
}

/** A message of ours on its way. `sent`: on the server's disk, its event not yet heard. */
export interface Pending {
  readonly clientId: string;
  readonly conversationId: Id;
  readonly content: string;
  readonly createdAt: string;
  readonly state: "queued" | "sending" | "sent" | "failed";
  readonly message?: Message;
  readonly error?: string;
}

export interface State {
  readonly status: Status;
  readonly session: Session;
  readonly epoch: string | undefined;
  readonly ownSeq: number | undefined;
  /** What the server counted, for as long as not every conversation is held here. */
  readonly serverTotal: number;
  readonly conversations: ReadonlyMap<Id, Entry>;
  readonly list: { readonly phase: "loading" | "ready" | "failed"; readonly nextCursor: string | undefined };
  readonly timelines: ReadonlyMap<Id, Timeline>;
  readonly people: ReadonlyMap<Id, User>;
  readonly pending: readonly Pending[];
  /** What is known to be missing: events of a held conversation, or a conversation not held at all. */
  readonly wanted: ReadonlyMap<Id, "events" | "conversation">;
  readonly ownBehind: boolean;
}

export const initialState: State = {
  status: "idle",
  session: { is: "unknown" },
  epoch: undefined,
  ownSeq: undefined,
  serverTotal: 0,
  conversations: new Map(),
  list: { phase: "loading", nextCursor: undefined },
  timelines: new Map(),
  people: new Map(),
  pending: [],
  wanted: new Map(),
  ownBehind: false,
};

/** Everything learned from the server forgotten; what is still to be sent stays. */
export function forgotten(state: State): State {
  return { ...initialState, status: state.status, session: state.session, pending: state.pending };
}

export function withKey<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

export function withoutKey<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
