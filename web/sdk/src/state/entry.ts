// SPDX-License-Identifier: Apache-2.0
import type { Conversation, Cursor, Id, Me, Member, Message } from "../shapes.js";
import type { Entry, Timeline } from "./state.js";

/** A conversation as the server shows it now. */
export function fresh(conversation: Conversation, me: Me): Entry {
  const { unreadCount: _derived, ...membership } = me;
  return { conversation, me: membership, seq: conversation.lastSeq };
}

/** Cursors only grow: whatever order they are heard in, the highest stands. */
export function withCursors(entry: Entry, cursors: readonly Cursor[]): Entry {
  let members = entry.conversation.members;
  for (const cursor of cursors) {
    const at = members.findIndex((member) => member.user.id === cursor.userId);
    const member = members[at];
    const moved = member && movedTo(member, cursor);
    if (moved && moved !== member) members = members.with(at, moved);
  }
  return members === entry.conversation.members
    ? entry
    : { ...entry, conversation: { ...entry.conversation, members } };
}

function movedTo(member: Member, cursor: Cursor): Member {
  const readOrd = Math.max(member.readOrd, cursor.readOrd);
  const deliveredOrd = Math.max(member.deliveredOrd ?? 0, cursor.deliveredOrd ?? 0, readOrd);
  return readOrd === member.readOrd && deliveredOrd === member.deliveredOrd
    ? member
    : { ...member, readOrd, deliveredOrd };
}

export function withRead(entry: Entry, userId: Id, ord: number, mine: boolean, timeline?: Timeline): Entry {
  const moved = withCursors(entry, [{ userId, readOrd: ord, deliveredOrd: ord }]);
  if (!mine || ord <= entry.me.readOrd) return moved;
  const mentionCount = mentionsLeft(entry, userId, ord, timeline);
  return { ...moved, me: { ...moved.me, readOrd: ord, mentionCount } };
}

/** How often one is mentioned after that number: counted where those messages are held. */
function mentionsLeft(entry: Entry, selfId: Id, ord: number, timeline?: Timeline): number {
  const { mentionCount } = entry.me;
  if (mentionCount === 0 || ord >= entry.conversation.lastOrd) return 0;
  const messages = timeline?.hasMoreAfter ? [] : (timeline?.messages ?? []);
  const first = messages.find((message) => message.ord !== undefined)?.ord ?? Number.POSITIVE_INFINITY;
  if (timeline?.hasMoreBefore !== false && first > ord + 1) return mentionCount;
  return messages.filter((one) => (one.ord ?? 0) > ord && one.mentions?.includes(selfId)).length;
}

/** The next event was a message: it is the last one, and whoever sent it has read up to it. */
export function withMessage(entry: Entry, message: Message, selfId: Id): Entry {
  const mine = message.senderId === selfId;
  const ord = message.ord ?? 0;
  const conversation = {
    ...entry.conversation,
    lastMessage: message,
    lastSeq: Math.max(entry.conversation.lastSeq, message.seq),
    lastOrd: Math.max(entry.conversation.lastOrd, ord),
    updatedAt: message.createdAt,
  };
  const me = mine ? entry.me : called(entry.me, message, selfId);
  return withRead({ ...entry, conversation, me, seq: message.seq }, message.senderId, ord, mine);
}

/** A message of somebody else counts a mention, and takes a conversation out of the archive unless it is muted. */
function called(me: Entry["me"], message: Message, selfId: Id): Entry["me"] {
  const mentioned = message.mentions?.includes(selfId) ?? false;
  const back = me.archived && !(me.mutedUntil !== undefined && me.mutedUntil > message.createdAt);
  if (!mentioned && !back) return me;
  return {
    ...me,
    ...(mentioned && { mentionCount: me.mentionCount + 1 }),
    ...(back && { archived: false }),
  };
}

/** The server's word on title and people, with cursors never going back. Broadcasts leave the last message out. */
export function withConversation(entry: Entry, conversation: Conversation): Entry {
  const { members, lastMessage, lastOrd } = entry.conversation;
  const cursors = members.map(({ user, readOrd, deliveredOrd = 0 }) => ({
    userId: user.id,
    readOrd,
    deliveredOrd,
  }));
  const next = {
    ...(lastMessage && { lastMessage }),
    ...conversation,
    lastOrd: Math.max(lastOrd, conversation.lastOrd),
  };
  return withCursors({ ...entry, conversation: next }, cursors);
}
