// SPDX-License-Identifier: Apache-2.0
import type { components } from "./openapi.gen.js";

// The shapes of the wire by their own names; openapi.yaml is their source.
type Schemas = components["schemas"];

export type Id = string;
export type Health = Schemas["Health"];
export type Server = Schemas["Authenticated"]["server"];
export type User = Schemas["User"];
export type Presence = Schemas["Presence"];
export type ChosenStatus = Schemas["Status"];
export type SystemLine = Schemas["SystemLine"];
export type Member = With<Schemas["Member"], { role: Role }>;
export type Role = "owner" | "admin" | "member";
export type Cursor = Schemas["JoinAnswer"]["cursors"][number];

/** A shape with some fields said more closely. */
type With<T, More> = Omit<T, keyof More> & More;

export interface Reaction {
  emoji: string;
  userIds: Id[];
}

export interface Attachment {
  id: Id;
  name: string;
  /** By content, not by name. */
  type: string;
  kind: "image" | "video" | "audio" | "voice" | "file";
  size: number;
  width?: number;
  height?: number;
  /** In seconds. */
  duration?: number;
  url: string;
  thumbnailUrl?: string;
}

/** The beginning of the message that a reply answers, as that is now. */
export interface Quote {
  id: Id;
  senderId: Id;
  type: string;
  content?: string;
  deleted?: true;
}

export type Message = With<
  Schemas["Message"],
  {
    quote?: Quote;
    mentions?: Id[];
    reactions?: Reaction[];
    attachments?: Attachment[];
    forwarded?: boolean;
    pinnedAt?: string;
    pinnedBy?: Id;
    data?: Record<string, unknown>;
  }
>;

/** What a conversation is about. */
export interface Product {
  id: Id;
  sellerId: Id;
  title: string;
  price?: number;
  currency?: string;
  imageUrl?: string;
  url?: string;
}

export type Conversation = With<
  Schemas["Conversation"],
  { type: "private" | "group" | "product"; members: Member[]; lastMessage?: Message; product?: Product }
>;

export type Me = With<
  Schemas["Me"],
  {
    role: Role;
    mentionCount?: number;
    pinned?: boolean;
    /** Always is `9999-12-31T00:00:00Z`; absent is not at all. */
    mutedUntil?: string;
    archived?: boolean;
    markedUnread?: boolean;
    draft?: string;
    clearedSeq?: number;
    blocked?: "by_me" | "by_them";
  }
>;

/** What one may change of one's own part; `null` ends the muting, an empty draft is none. */
export interface MeChange {
  pinned?: boolean;
  mutedUntil?: string | null;
  archived?: boolean;
  markedUnread?: boolean;
  draft?: string;
}

/** Who has a message, and who has read it; times as far as they are known. */
export interface Receipts {
  receipts: { user: User; readAt?: string; deliveredAt?: string }[];
  readCount: number;
  deliveredCount: number;
  memberCount: number;
}

export interface SearchFor {
  q: string;
  conversationId?: Id;
  senderId?: Id;
  limit?: number;
  cursor?: string;
}

/** The newest first; `highlights` are from and to in the content, in UTF-16 units. */
export interface Found {
  results: { message: Message; conversationId: Id; highlights: [start: number, end: number][] }[];
  nextCursor?: string;
}

/** Media and files of a conversation, the newest first. */
export interface FilePage {
  attachments: (Attachment & { messageId?: Id; senderId?: Id; createdAt?: string })[];
  nextCursor?: string;
}

export interface ProfileChange {
  displayName?: string;
  status?: ChosenStatus;
  statusText?: string;
  /** Off: one sends no receipts, and sees none. */
  readReceipts?: boolean;
}

export interface Report {
  messageId?: Id;
  userId?: Id;
  conversationId?: Id;
  reason: "spam" | "abuse" | "fraud" | "other";
  text?: string;
}

export type MyConversation = Conversation & { me: Me };
export type MessagePage = With<Schemas["MessagePage"], { messages: Message[] }>;

type ConversationUpdated = With<
  Schemas["ConversationUpdated"],
  { conversation?: Conversation; message: Message }
>;
type NewConversation = With<Schemas["NewConversation"], { conversation: Conversation; me: Me }>;
type NewMessage = With<Schemas["NewMessage"], { message: Message }>;

/** What the server pushes, by the names of docs/events.md. */
export interface ServerEvents {
  authenticated: Schemas["Authenticated"];
  new_message: NewMessage;
  message_updated: Omit<NewMessage, "message"> & { message?: Message };
  message_deleted: Omit<NewMessage, "message"> & { messageId: Id; message?: Message };
  message_hidden: { conversationId: Id; messageId: Id; ownSeq: number };
  new_conversation: NewConversation;
  conversation_updated: ConversationUpdated;
  conversation_removed: Schemas["ConversationRemoved"];
  conversation_me: { conversationId: Id; ownSeq: number; me: Me };
  messages_read: Schemas["MessagesRead"];
  messages_read_many: { conversationId: Id; cursors: Cursor[] };
  messages_delivered: { conversationId: Id; userId: Id; ord: number; seq?: number; at: string };
  blocks_changed: { ownSeq: number; userIds: Id[] };
  presence_state: Schemas["PresenceState"];
  presence_changed: Presence;
  unread_total: Schemas["UnreadTotal"];
  sync_page: Schemas["SyncPage"];
  sync_done: Schemas["SyncDone"];
  epoch_changed: Schemas["EpochChanged"];
}

/** Pushed too, and gone in a moment: it needs the time at which it was heard. */
export interface UserTyping {
  conversationId: Id;
  userId: Id;
  isTyping: boolean;
}

export interface SendMessage {
  conversationId: Id;
  content: string;
  clientId: string;
  replyTo?: Id;
  mentions?: readonly Id[];
  attachments?: readonly Id[];
}

/** What a client asks over the socket: what it takes, and what is answered beside `ok: true`. */
export interface Requests {
  join_conversation: { takes: Id; answers: Schemas["JoinAnswer"] };
  leave_conversation: { takes: Id; answers: Schemas["Done"] };
  send_message: { takes: SendMessage; answers: With<Schemas["SendAnswer"], { message: Message }> };
  mark_as_read: { takes: { conversationId: Id; seq?: number }; answers: Schemas["MarkAsReadAnswer"] };
  mark_as_delivered: { takes: { conversationId: Id; seq: number }; answers: Schemas["Done"] };
  typing_start: { takes: Id; answers: Schemas["Done"] };
  typing_stop: { takes: Id; answers: Schemas["Done"] };
  watch_presence: { takes: readonly Id[]; answers: Schemas["WatchAnswer"] };
  set_status: {
    takes: { status?: ChosenStatus; statusText?: string };
    answers: Schemas["Done"] & { user: User };
  };
  heartbeat: { takes: Schemas["Heartbeat"]; answers: Schemas["Done"] };
  sync: { takes: Schemas["Sync"]; answers: Schemas["SyncAnswer"] };
}
