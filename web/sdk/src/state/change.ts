// SPDX-License-Identifier: Apache-2.0
import type { Cached } from "../caching.js";
import type {
  Conversation,
  Cursor,
  Id,
  Me,
  MeChange,
  Message,
  MessagePage,
  MyConversation,
  ServerEvents,
  User,
} from "../shapes.js";
import type { Pending, PendingFile, Session, Status, Wish } from "./state.js";
import type { Place } from "./timeline.js";

/** A pushed event, live or out of a sync page. */
export type Pushed = { [E in keyof ServerEvents]: { event: E; data: ServerEvents[E] } }[keyof ServerEvents];

/** What this client did or fetched. */
export type Local =
  | { event: "status"; status: Status }
  | { event: "session"; session: Session }
  | { event: "leading"; leading: boolean }
  | { event: "restored"; cached: Cached }
  | { event: "list_loading" }
  | { event: "list_failed" }
  | {
      event: "listed";
      conversations: readonly MyConversation[];
      unreadTotal: number;
      nextCursor?: string;
      first: boolean;
      /** How far one's own log was heard when this was asked for. */
      asOf?: number;
    }
  | { event: "conversation_fetched"; conversation: Conversation; me: Me; asOf?: number }
  | { event: "conversation_lost"; conversationId: Id }
  | { event: "people_met"; users: readonly User[] }
  | { event: "timeline_loading"; conversationId: Id; place: Place }
  | { event: "timeline_failed"; conversationId: Id; place: Place }
  | { event: "page_loaded"; conversationId: Id; page: MessagePage; place: Place }
  /** `reachable`: what is not held of it can be fetched. */
  | { event: "opened"; conversationId: Id; reachable: boolean }
  | { event: "closed"; conversationId: Id }
  | { event: "pins_loaded"; conversationId: Id; messages: readonly Message[] }
  | { event: "cursors"; conversationId: Id; cursors: readonly Cursor[] }
  | { event: "read"; conversationId: Id; readOrd: number }
  | { event: "me_changed"; conversationId: Id; change: MeChange }
  | { event: "drafted"; conversationId: Id; draft: string | undefined }
  | { event: "drafts_restored"; drafts: ReadonlyMap<Id, string> }
  | { event: "wished"; message: Message; key: string; wish: Wish }
  | { event: "wish_granted" | "wish_refused"; messageId: Id; key: string }
  | { event: "hidden"; conversationId: Id; messageId: Id }
  | { event: "typing"; conversationId: Id; userId: Id; until: number | undefined }
  | { event: "typing_expired"; now: number }
  | { event: "presence_watched"; ids: readonly Id[] }
  | { event: "blocked"; userIds: readonly Id[] }
  | { event: "queued"; pending: readonly Pending[] }
  | { event: "sending"; clientId: string }
  | { event: "sent"; clientId: string; message: Message }
  | { event: "send_failed"; clientId: string; error: string }
  | { event: "send_postponed"; clientId: string }
  | { event: "file_changed"; clientId: string; key: string; change: Partial<PendingFile> }
  | { event: "file_dropped"; clientId: string; key: string }
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
  message_updated: true,
  message_deleted: true,
  message_hidden: true,
  new_conversation: true,
  conversation_updated: true,
  conversation_removed: true,
  conversation_me: true,
  messages_read: true,
  messages_read_many: true,
  messages_delivered: true,
  blocks_changed: true,
  presence_state: true,
  presence_changed: true,
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
