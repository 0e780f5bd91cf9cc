// SPDX-License-Identifier: Apache-2.0
import type {
  Conversation,
  Cursor,
  Id,
  Me,
  Message,
  MessagePage,
  MyConversation,
  ServerEvents,
  User,
} from "../shapes.js";
import type { Pending, Session, Status } from "./state.js";

/** A pushed event, live or out of a sync page. */
export type Pushed = { [E in keyof ServerEvents]: { event: E; data: ServerEvents[E] } }[keyof ServerEvents];

/** What this client did or fetched. */
export type Local =
  | { event: "status"; status: Status }
  | { event: "session"; session: Session }
  | { event: "list_loading" }
  | { event: "list_failed" }
  | {
      event: "listed";
      conversations: readonly MyConversation[];
      unreadTotal: number;
      nextCursor?: string;
      first: boolean;
    }
  | { event: "conversation_fetched"; conversation: Conversation; me: Me }
  | { event: "conversation_lost"; conversationId: Id }
  | { event: "people_met"; users: readonly User[] }
  | { event: "timeline_loading"; conversationId: Id; older: boolean }
  | { event: "timeline_failed"; conversationId: Id }
  | { event: "page_loaded"; conversationId: Id; page: MessagePage }
  | { event: "cursors"; conversationId: Id; cursors: readonly Cursor[] }
  | { event: "read"; conversationId: Id; readOrd: number }
  | { event: "queued"; pending: readonly Pending[] }
  | { event: "sending"; clientId: string }
  | { event: "sent"; clientId: string; message: Message }
  | { event: "send_failed"; clientId: string; error: string }
  | { event: "send_postponed"; clientId: string }
  | { event: "discarded"; clientId: string };

/** An event of a server newer than this client: stepped over, its number counted. */
export interface Unknown {
  event: "unknown";
  data: { conversationId?: unknown; seq?: unknown; ownSeq?: unknown };
}

export type Change = Pushed | Local | Unknown;

const pushed: Record<keyof ServerEvents, true> = {
  authenticated: true,
  new_message: true,
  new_conversation: true,
  conversation_updated: true,
  conversation_removed: true,
  messages_read: true,
  unread_total: true,
  sync_page: true,
  sync_done: true,
  epoch_changed: true,
};

/** A named event of the wire as a change. */
export function fromWire(event: string, data: unknown): Change {
  if (Object.hasOwn(pushed, event)) return { event, data } as Pushed;
  return { event: "unknown", data: typeof data === "object" && data !== null ? data : {} };
}
