// SPDX-License-Identifier: Apache-2.0
import type { Attachment, Conversation, Id, Me, Message, Presence, Server, User } from "../shapes.js";

/** The socket: `refused` means that the server does not take our session and retrying is no use. */
export type Status = "idle" | "connecting" | "connected" | "offline" | "refused";

/** `unreachable`: the server does not say whether one is signed in; `resume` asks again. */
export type Session =
  | { is: "unknown" }
  | { is: "unreachable" }
  | { is: "signedOut"; expired: boolean }
  | { is: "signedIn"; user: User };

/** A conversation as far as it was heard: `seq` is the last event applied, without a hole before it. */
export interface Entry {
  readonly conversation: Conversation;
  readonly me: Omit<Me, "unreadCount">;
  readonly seq: number;
  /** The last event of one's own log that was about it. */
  readonly ownSeq?: number;
}

/** A stretch of a conversation's messages, by number and without a hole; to its end unless `hasMoreAfter`. */
export interface Timeline {
  readonly messages: readonly Message[];
  readonly hasMoreBefore: boolean;
  readonly hasMoreAfter: boolean;
  readonly phase: "loading" | "ready" | "failed";
  readonly loadingOlder: boolean;
  readonly loadingNewer: boolean;
  /** What was heard while a page was on its way to a stretch that is not at the end. */
  readonly tail: readonly Message[];
}

/** A file on its way with its message; `attachment` once the server has it. */
export interface PendingFile {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly kind?: Attachment["kind"];
  readonly duration?: number;
  readonly uploadId?: Id;
  /** In bytes. */
  readonly uploaded: number;
  /** Why the server does not take it. */
  readonly error?: string;
  readonly attachment?: Attachment;
}

/** A message of ours on its way. `sent`: on the server's disk, its event not yet heard. */
export interface Pending {
  readonly clientId: string;
  readonly conversationId: Id;
  readonly content: string;
  readonly replyTo?: Id;
  readonly mentions?: readonly Id[];
  readonly files?: readonly PendingFile[];
  readonly createdAt: string;
  readonly state: "queued" | "sending" | "sent" | "failed";
  readonly message?: Message;
  readonly error?: string;
}

/** A change of a message asked of the server and shown already. */
export type Wish =
  | { is: "edit"; content: string; mentions?: readonly Id[]; at: string }
  | { is: "delete"; at: string }
  | { is: "react" | "unreact"; emoji: string; by: Id }
  | { is: "pin"; by: Id; at: string }
  | { is: "unpin" };

/** A message as the server has it, and what is wished of it. */
export interface Wished {
  readonly base: Message;
  readonly wishes: readonly { key: string; wish: Wish; overtaken: boolean }[];
}

export interface State {
  readonly status: Status;
  readonly session: Session;
  /** Of the tabs of this browser, the one that makes sounds and shows system notifications. */
  readonly leading: boolean;
  /** What the server is, as its hello said. */
  readonly server: Server | undefined;
  readonly epoch: string | undefined;
  readonly ownSeq: number | undefined;
  /** What the server counted, for as long as not every conversation is held here. */
  readonly serverTotal: number;
  readonly conversations: ReadonlyMap<Id, Entry>;
  readonly list: { readonly phase: "loading" | "ready" | "failed"; readonly nextCursor: string | undefined };
  readonly timelines: ReadonlyMap<Id, Timeline>;
  /** On the screen now; the timelines of others are kept short. */
  readonly open: ReadonlySet<Id>;
  /** The pinned messages of conversations whose pins were looked at, latest pinned first. */
  readonly pins: ReadonlyMap<Id, readonly Message[]>;
  /** The latest messages deleted for oneself: what was said of them before may still be on its way. */
  readonly hidden: ReadonlySet<Id>;
  readonly people: ReadonlyMap<Id, User>;
  /** Of those who are watched and of whom something is known. */
  readonly presence: ReadonlyMap<Id, Presence>;
  /** Who types where, and until when (milliseconds) that is believed. */
  readonly typing: ReadonlyMap<Id, ReadonlyMap<Id, number>>;
  readonly blocked: ReadonlySet<Id>;
  readonly pending: readonly Pending[];
  /** By message. */
  readonly wished: ReadonlyMap<Id, Wished>;
  /** Typed here and not yet with the server; it stands against what comes from elsewhere. */
  readonly drafts: ReadonlyMap<Id, string>;
  /** What is known to be missing: events of a held conversation, or a conversation not held at all. */
  readonly wanted: ReadonlyMap<Id, "events" | "conversation">;
  readonly ownBehind: boolean;
}

export const initialState: State = {
  status: "idle",
  session: { is: "unknown" },
  leading: false,
  server: undefined,
  epoch: undefined,
  ownSeq: undefined,
  serverTotal: 0,
  conversations: new Map(),
  list: { phase: "loading", nextCursor: undefined },
  timelines: new Map(),
  open: new Set(),
  pins: new Map(),
  hidden: new Set(),
  people: new Map(),
  presence: new Map(),
  typing: new Map(),
  blocked: new Set(),
  pending: [],
  wished: new Map(),
  drafts: new Map(),
  wanted: new Map(),
  ownBehind: false,
};

/** Everything learned from the server forgotten; what is still to be sent, and what is being typed, stays. */
export function forgotten(state: State): State {
  const { status, session, leading, pending, drafts, open } = state;
  return { ...initialState, status, session, leading, pending, drafts, open };
}
