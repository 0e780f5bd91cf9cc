// SPDX-License-Identifier: Apache-2.0
import type { components } from "./openapi.gen.js";

// The shapes of the wire by their own names; openapi.yaml is their source.
type Schemas = components["schemas"];

export type Id = string;
export type Health = Schemas["Health"];
export type User = Schemas["User"];
export type Message = Schemas["Message"];
export type SystemLine = Schemas["SystemLine"];
export type Conversation = Schemas["Conversation"];
export type Member = Schemas["Member"];
export type Me = Schemas["Me"];
export type MyConversation = Schemas["MyConversation"];
export type MessagePage = Schemas["MessagePage"];
export type Cursor = Schemas["JoinAnswer"]["cursors"][number];

/** What the server pushes, by the names of docs/events.md. */
export interface ServerEvents {
  authenticated: Schemas["Authenticated"];
  new_message: Schemas["NewMessage"];
  new_conversation: Schemas["NewConversation"];
  conversation_updated: Schemas["ConversationUpdated"];
  conversation_removed: Schemas["ConversationRemoved"];
  messages_read: Schemas["MessagesRead"];
  unread_total: Schemas["UnreadTotal"];
  sync_page: Schemas["SyncPage"];
  sync_done: Schemas["SyncDone"];
  epoch_changed: Schemas["EpochChanged"];
}

/** What a client asks over the socket: what it takes, and what is answered beside `ok: true`. */
export interface Requests {
  join_conversation: { takes: Id; answers: Schemas["JoinAnswer"] };
  leave_conversation: { takes: Id; answers: Schemas["Done"] };
  send_message: { takes: Schemas["SendMessage"]; answers: Schemas["SendAnswer"] };
  mark_as_read: { takes: { conversationId: Id; seq?: number }; answers: Schemas["MarkAsReadAnswer"] };
  sync: { takes: Schemas["Sync"]; answers: Schemas["SyncAnswer"] };
}
