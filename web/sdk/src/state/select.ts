// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, Presence, User } from "../shapes.js";
import type { Entry, Pending, State } from "./state.js";

/** How far a message of ours got; it never goes back. */
export type Receipt = "pending" | "failed" | "sent" | "delivered" | "read";

export function selfOf(state: State): User | undefined {
  return state.session.is === "signedIn" ? state.session.user : undefined;
}

/** Whether somebody is meant by this id or username: hosts know their people by the latter. */
export function isNamed(user: User | undefined, idOrUsername: string): boolean {
  if (user === undefined) return false;
  return user.id === idOrUsername || user.username.toLowerCase() === idOrUsername.toLowerCase();
}

export function unreadOf(entry: Entry): number {
  return Math.max(0, entry.conversation.lastOrd - entry.me.readOrd);
}

/** Something to look at: unread messages, or marked so by hand. */
export function isUnread(entry: Entry): boolean {
  return unreadOf(entry) > 0 || entry.me.markedUnread === true;
}

export function isMuted({ me }: Entry, now = new Date().toISOString()): boolean {
  return me.mutedUntil !== undefined && me.mutedUntil > now;
}

/** What is shown of somebody's presence; nothing while nothing is known. */
export function presenceOf(state: State, userId: Id): Presence | undefined {
  return state.presence.get(userId);
}

const nobody: readonly Id[] = [];
const typists = new WeakMap<ReadonlyMap<Id, number>, readonly Id[]>();

/** Who types in a conversation just now. The same array for as long as they are the same. */
export function typingIn(state: State, conversationId: Id): readonly Id[] {
  const people = state.typing.get(conversationId);
  if (!people) return nobody;
  const known = typists.get(people) ?? [...people.keys()];
  typists.set(people, known);
  return known;
}

/** What stands in the composer of a conversation: typed here, or on another device. */
export function draftOf(state: State, conversationId: Id): string {
  return state.drafts.get(conversationId) ?? state.conversations.get(conversationId)?.me.draft ?? "";
}

/** The sum of the lines, without muted and archived ones; what the server counted while not all lines are held. */
export function unreadTotal(state: State): number {
  const complete = state.list.phase === "ready" && state.list.nextCursor === undefined;
  if (!complete) return state.serverTotal;
  const now = new Date().toISOString();
  let total = 0;
  for (const entry of state.conversations.values())
    if (!entry.me.archived && !isMuted(entry, now)) total += unreadOf(entry);
  return total;
}

/**
 * Pinned ones, then the others, the latest active first; archived ones too, and not those that one has cleared. The same
 * array for as long as no conversation changed.
 */
export const conversationList = memoised(
  (state: State) => state.conversations,
  (conversations) => [...conversations.values()].filter(isListed).sort(byActivity),
);

function isListed({ conversation, me }: Entry): boolean {
  return me.clearedSeq === undefined || (conversation.lastMessage?.seq ?? 0) > me.clearedSeq;
}

function byActivity(a: Entry, b: Entry): number {
  if (Boolean(a.me.pinned) !== Boolean(b.me.pinned)) return a.me.pinned ? -1 : 1;
  const [left, right] = [a.conversation.updatedAt, b.conversation.updatedAt];
  if (left !== right) return left < right ? 1 : -1;
  return a.conversation.id < b.conversation.id ? -1 : 1;
}

/** Of a private conversation, the other person. */
export function peerOf(entry: Entry, selfId: Id): User | undefined {
  if (entry.conversation.type === "group") return undefined;
  return entry.conversation.members.find((member) => member.user.id !== selfId)?.user;
}

export function pendingOf(state: Pick<State, "pending">, conversationId: Id): readonly Pending[] {
  return state.pending.filter((pending) => pending.conversationId === conversationId);
}

/** Read or delivered only when it is so for everyone; in a group too large to list, sent is all that is known. */
export function receiptOf(entry: Entry, message: Message): Receipt {
  const { members, memberCount } = entry.conversation;
  const ord = message.ord ?? 0;
  if (members.length < memberCount) return "sent";
  const { read, delivered } = reached(members, message.senderId);
  if (read >= ord) return "read";
  return delivered >= ord ? "delivered" : "sent";
}

type Members = Entry["conversation"]["members"];

/** How far everyone but the sender has come. */
interface Reached {
  readonly read: number;
  readonly delivered: number;
}

const reaches = new WeakMap<Members, Map<Id, Reached>>();

/** The same for all messages of a sender, for as long as nobody moves. */
function reached(members: Members, senderId: Id): Reached {
  const known = reaches.get(members) ?? new Map<Id, Reached>();
  reaches.set(members, known);
  const held = known.get(senderId) ?? furthest(members.filter((member) => member.user.id !== senderId));
  known.set(senderId, held);
  return held;
}

function furthest(others: Members): Reached {
  if (others.length === 0) return { read: -1, delivered: -1 };
  return {
    read: Math.min(...others.map(({ readOrd }) => readOrd)),
    delivered: Math.min(...others.map(({ deliveredOrd, readOrd }) => Math.max(deliveredOrd ?? 0, readOrd))),
  };
}

/** The same for a message still on its way. */
export function pendingReceipt(pending: Pending): Receipt {
  if (pending.state === "failed" || pending.state === "sent") return pending.state;
  return "pending";
}

function memoised<S, I, O>(input: (state: S) => I, derive: (input: I) => O): (state: S) => O {
  let last: { input: I; output: O } | undefined;
  return (state) => {
    const now = input(state);
    if (last === undefined || last.input !== now) last = { input: now, output: derive(now) };
    return last.output;
  };
}
