// SPDX-License-Identifier: Apache-2.0
import type { components, operations } from "./openapi.gen.js";

// The shapes of the wire by their own names; openapi.yaml is their source.
type Schemas = components["schemas"];

export type Id = string;
export type Health = Schemas["Health"];
/** Whoever makes an account; with `setupToken` the first administrator of a server. */
export type Newcomer = Schemas["Register"];
/** Somewhere one is signed in. */
export type SignIn = Schemas["Session"];
export type Server = Schemas["Authenticated"]["server"];
export type User = Schemas["User"];
export type Presence = Schemas["Presence"];
export type ChosenStatus = Schemas["Status"];
export type SystemLine = Schemas["SystemLine"];
export type Member = Schemas["Member"];
export type Role = Schemas["MemberRole"];
export type Cursor = Schemas["JoinAnswer"]["cursors"][number];
export type Reaction = Schemas["Reaction"];
export type Attachment = Schemas["Attachment"];
export type Quote = Schemas["Quote"];
export type Message = Schemas["Message"];
/** What a conversation is about. */
export type Product = Schemas["Product"];
export type Conversation = Schemas["Conversation"];
export type MyConversation = Schemas["MyConversation"];
export type MessagePage = Schemas["MessagePage"];
export type Me = Schemas["Me"];
/** What one may change of one's own part; `null` ends the muting, an empty draft is none. */
export type MeChange = Schemas["Arrange"];
/** Who has a message, and who has read it; times as far as they are known. */
export type Receipts = Schemas["Receipts"];
export type ProfileChange = Schemas["UpdateMe"];
export type Refusal = Schemas["Refusal"];
export type UserTyping = Schemas["UserTyping"];
export type Upload = Schemas["Upload"];
/** Media and files of a conversation, the newest first. */
export type FilePage = Answer<"attachmentsOfConversation", 200>;

/** What a route answers. */
export type Answer<O extends keyof operations, S extends number> = operations[O] extends {
  responses: { [K in S]: { content: { "application/json": infer B } } };
}
  ? B
  : never;

export type SearchFor = operations["search"]["parameters"]["query"];
/** The newest first; `highlights` are from and to in the content, in UTF-16 units. */
export type Found = With<
  Answer<"search", 200>,
  {
    results: With<Answer<"search", 200>["results"][number], { highlights: [start: number, end: number][] }>[];
  }
>;

/** A shape with some fields said more closely. */
type With<T, More> = Omit<T, keyof More> & More;

/** What one tells the moderators of a message, a person or a conversation. */
export type Report = Schemas["FileReport"];

/** What the server pushes, by the names of docs/events.md. */
export interface ServerEvents {
  authenticated: Schemas["Authenticated"];
  new_message: Schemas["NewMessage"];
  message_updated: Schemas["MessageUpdated"];
  message_deleted: Schemas["MessageDeleted"];
  message_hidden: Schemas["MessageHidden"];
  new_conversation: Schemas["NewConversation"];
  conversation_updated: Schemas["ConversationUpdated"];
  conversation_removed: Schemas["ConversationRemoved"];
  conversation_me: Schemas["ConversationMe"];
  messages_read: Schemas["MessagesRead"];
  messages_read_many: Schemas["MessagesReadMany"];
  messages_delivered: Schemas["MessagesDelivered"];
  blocks_changed: Schemas["BlocksChanged"];
  presence_state: Schemas["PresenceState"];
  presence_changed: Presence;
  unread_total: Schemas["UnreadTotal"];
  sync_page: Schemas["SyncPage"];
  sync_done: Schemas["SyncDone"];
  epoch_changed: Schemas["EpochChanged"];
}

/** What a client asks over the socket: what it takes, and what is answered beside `ok: true`. */
export interface Requests {
  authenticate: { takes: Schemas["Authenticate"]; answers: Schemas["AuthenticateAnswer"] };
  join_conversation: { takes: Id; answers: Schemas["JoinAnswer"] };
  leave_conversation: { takes: Id; answers: Schemas["Done"] };
  send_message: { takes: Schemas["SendMessage"]; answers: Schemas["SendAnswer"] };
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
