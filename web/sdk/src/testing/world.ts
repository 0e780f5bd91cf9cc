// SPDX-License-Identifier: Apache-2.0
import type { Conversation, Id, Me, Message, MyConversation, User } from "../shapes.js";
import type { Change, Pushed } from "../state/change.js";

/** Random numbers that a seed brings back. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function person(id: Id): User {
  return { id, username: id, displayName: id.toUpperCase(), role: "user", status: "available" };
}

interface Held {
  conversation: Conversation;
  log: Pushed[];
  /** As they are now. */
  messages: Message[];
  hidden: Set<Id>;
  me: Pick<Me, "pinned" | "archived" | "mutedUntil" | "draft">;
}

const ALWAYS = "9999-12-31T00:00:00Z";

/** What a server tells one person (`me`) about a few conversations: its log, its snapshots, its pushes. */
export class World {
  readonly people = ["me", "awa", "ibrahim"].map(person);
  readonly own: Pushed[] = [];
  private readonly held = new Map<Id, Held>();
  private clock = Date.UTC(2026, 0, 1);

  constructor(private readonly random: () => number) {
    for (let i = 0; i < 3; i++) this.create();
  }

  /** One thing happens; returns what is pushed for it. */
  step(): Pushed {
    const dice = this.random();
    if (dice < 0.05) return this.create();
    if (dice < 0.2) return this.read();
    if (dice < 0.25) return this.rename();
    if (dice < 0.3) return this.deliver();
    if (dice < 0.35) return this.changeMe();
    if (dice < 0.38) return this.hide() ?? this.post();
    if (dice < 0.6) return this.change() ?? this.post();
    return this.post();
  }

  hello(): Change {
    const server = { version: "0", capabilities: [], durability: "disk" as const };
    const user = person("me");
    return {
      event: "authenticated",
      data: { user, server, epoch: "e1", ownSeq: this.own.length, unreadTotal: this.unread() },
    };
  }

  /** Every conversation as it stands, as the list answers it. */
  listed(): Change {
    const conversations = [...this.held.values()].map(
      (held): MyConversation => ({ ...this.shown(held), me: this.me(held) }),
    );
    return {
      event: "listed",
      conversations: structuredClone(conversations),
      unreadTotal: this.unread(),
      first: true,
      asOf: this.own.length,
    };
  }

  page(conversationId: Id): Change {
    const messages = this.visible(conversationId);
    return {
      event: "page_loaded",
      place: "end",
      conversationId,
      page: { messages: structuredClone(messages), hasMoreBefore: false, hasMoreAfter: false },
    };
  }

  /** The numbers of the messages one sees. */
  seqs(conversationId: Id): number[] {
    return this.visible(conversationId).map((message) => message.seq);
  }

  ids(): Id[] {
    return [...this.held.keys()];
  }

  /** What `sync` answers to these cursors. */
  sync(cursors: ReadonlyMap<Id, number>, ownSeq: number): Change[] {
    const own: Change = { event: "sync_page", data: { events: this.own.slice(ownSeq).map(wire) } };
    const pages = [...cursors].map(([conversationId, seq]): Change => {
      const log = this.held.get(conversationId)?.log ?? [];
      return {
        event: "sync_page",
        data: { conversationId, events: log.slice(seq).map(wire) },
      };
    });
    const done: Change = {
      event: "sync_done",
      data: { epoch: "e1", ownSeq: this.own.length, unreadTotal: this.unread() },
    };
    return [own, ...pages, done];
  }

  private create(): Pushed {
    const id = `c${this.held.size + 1}`;
    const at = this.now();
    const members = this.people.map((user) => ({
      user,
      role: "member" as const,
      readOrd: 0,
      deliveredOrd: 0,
    }));
    const conversation: Conversation = {
      id,
      type: "group",
      title: id,
      memberCount: 3,
      members,
      lastSeq: 0,
      lastOrd: 0,
      createdAt: at,
      updatedAt: at,
    };
    const me = { pinned: false, archived: false };
    const held = { conversation, log: [], messages: [], hidden: new Set<Id>(), me };
    this.held.set(id, held);
    return this.ownEvent((ownSeq) => ({
      event: "new_conversation",
      data: {
        conversationId: id,
        ownSeq,
        conversation: structuredClone(conversation),
        me: this.me(held),
      },
    }));
  }

  private post(): Pushed {
    const held = this.any();
    const senderId = this.anyone();
    const { conversation } = held;
    const ord = conversation.lastOrd + 1;
    const mentions = this.random() < 0.2 ? { mentions: ["me"] } : {};
    const content = { type: "text", ord, content: `message ${ord}`, ...mentions };
    const message = this.line(conversation, senderId, content);
    Object.assign(conversation, { lastOrd: ord });
    this.moveCursor(conversation, senderId, ord);
    if (senderId !== "me" && !held.me.mutedUntil) held.me = { ...held.me, archived: false };
    return this.logged(
      held,
      { event: "new_message", data: { conversationId: conversation.id, seq: message.seq, message } },
      message,
    );
  }

  /** A message is edited, reacted to, pinned or deleted. */
  private change(): Pushed | undefined {
    const held = this.any();
    const { conversation } = held;
    const alive = held.messages.filter((message) => message.ord && !message.deletedAt);
    const before = alive[Math.floor(this.random() * alive.length)];
    if (!before) return undefined;
    const seq = conversation.lastSeq + 1;
    conversation.lastSeq = seq;
    const { deleted, message } = this.changed(before, seq);
    held.messages = held.messages.map((one) => (one.id === message.id ? message : one));
    const data = { conversationId: conversation.id, seq, message: structuredClone(message) };
    const pushed: Pushed = deleted
      ? { event: "message_deleted", data: { ...data, messageId: message.id } }
      : { event: "message_updated", data };
    held.log.push(pushed);
    return pushed;
  }

  private changed(message: Message, seq: number): { deleted: boolean; message: Message } {
    const dice = this.random();
    if (dice < 0.2) {
      const { content: _content, mentions: _mentions, reactions: _reactions, ...rest } = message;
      return { deleted: true, message: { ...rest, deletedAt: this.now() } };
    }
    if (dice < 0.5) return { deleted: false, message: { ...message, content: `edited ${seq}` } };
    if (dice < 0.6) return { deleted: false, message: { ...message, pinnedAt: this.now(), pinnedBy: "awa" } };
    const reactions = [{ emoji: "👍", userIds: [this.anyone()] }];
    return { deleted: false, message: { ...message, reactions } };
  }

  /** Deleted for oneself. */
  private hide(): Pushed | undefined {
    const held = this.any();
    const shown = this.visible(held.conversation.id).filter((message) => message.ord);
    const message = shown[Math.floor(this.random() * shown.length)];
    if (!message) return undefined;
    held.hidden.add(message.id);
    const data = { conversationId: held.conversation.id, messageId: message.id };
    return this.ownEvent((ownSeq) => ({ event: "message_hidden", data: { ...data, ownSeq } }));
  }

  private changeMe(): Pushed {
    const held = this.any();
    const dice = this.random();
    const { mutedUntil: _muted, ...me } = held.me;
    held.me =
      dice < 0.3
        ? { ...me, pinned: !me.pinned }
        : dice < 0.6
          ? { ...me, archived: !me.archived }
          : { ...me, draft: `draft ${this.own.length}`, ...(dice < 0.8 && { mutedUntil: ALWAYS }) };
    return this.ownEvent((ownSeq) => ({
      event: "conversation_me",
      data: { conversationId: held.conversation.id, ownSeq, me: this.me(held) },
    }));
  }

  private deliver(): Pushed {
    const { conversation } = this.any();
    const userId = this.anyone();
    const ord = conversation.lastOrd;
    const member = conversation.members.find((one) => one.user.id === userId);
    if (member) member.deliveredOrd = ord;
    const data = { conversationId: conversation.id, userId, ord, seq: conversation.lastSeq, at: this.now() };
    return { event: "messages_delivered", data };
  }

  private visible(id: Id): Message[] {
    const held = this.held.get(id);
    return held?.messages.filter((message) => !held.hidden.has(message.id)) ?? [];
  }

  /** As one sees it. */
  private shown({ conversation }: Held): Conversation {
    const { lastMessage: _computed, ...rest } = structuredClone(conversation);
    const last = this.visible(conversation.id).findLast((message) => message.ord !== undefined);
    return last ? { ...rest, lastMessage: structuredClone(last) } : rest;
  }

  private rename(): Pushed {
    const held = this.any();
    const { conversation } = held;
    const title = `title ${conversation.lastSeq}`;
    const message = this.line(conversation, this.anyone(), {
      type: "system",
      system: { code: "renamed", title },
    });
    Object.assign(conversation, { title });
    const { lastMessage: _left, ...shown } = structuredClone(conversation);
    const data = { conversationId: conversation.id, seq: message.seq, conversation: shown, message };
    return this.logged(held, { event: "conversation_updated", data }, message);
  }

  private read(): Pushed {
    const { conversation } = this.any();
    const userId = this.anyone();
    const ord = Math.floor(this.random() * (conversation.lastOrd + 1));
    this.moveCursor(conversation, userId, ord);
    const data = { conversationId: conversation.id, userId, ord, at: this.now() };
    if (userId !== "me") return { event: "messages_read", data };
    return this.ownEvent((ownSeq) => ({ event: "messages_read", data: { ...data, ownSeq } }));
  }

  private line(conversation: Conversation, senderId: Id, content: Partial<Message>): Message {
    const seq = conversation.lastSeq + 1;
    const createdAt = this.now();
    Object.assign(conversation, { lastSeq: seq, updatedAt: createdAt });
    return {
      id: `${conversation.id}.${seq}`,
      conversationId: conversation.id,
      seq,
      senderId,
      type: "text",
      createdAt,
      ...content,
    };
  }

  private logged(held: Held, pushed: Pushed, message: Message): Pushed {
    held.log.push(pushed);
    held.messages.push(message);
    return pushed;
  }

  private ownEvent(make: (ownSeq: number) => Pushed): Pushed {
    const pushed = make(this.own.length + 1);
    this.own.push(pushed);
    return pushed;
  }

  private moveCursor(conversation: Conversation, userId: Id, ord: number) {
    const member = conversation.members.find((one) => one.user.id === userId);
    if (!member) return;
    member.readOrd = Math.max(member.readOrd, ord);
    member.deliveredOrd = Math.max(member.deliveredOrd ?? 0, member.readOrd);
  }

  private me({ conversation, messages, me }: Held): Me {
    const readOrd = conversation.members.find((member) => member.user.id === "me")?.readOrd ?? 0;
    const unread = messages.filter((message) => (message.ord ?? 0) > readOrd);
    return {
      ...me,
      markedUnread: false,
      role: "member",
      mentionCount: unread.filter((message) => message.mentions?.includes("me")).length,
      readOrd,
      unreadCount: conversation.lastOrd - readOrd,
      joinedAt: conversation.createdAt,
    };
  }

  private unread(): number {
    const counted = [...this.held.values()].filter(({ me }) => !me.archived && !me.mutedUntil);
    return counted.reduce((sum, held) => sum + this.me(held).unreadCount, 0);
  }

  private any(): Held {
    const all = [...this.held.values()];
    const held = all[Math.floor(this.random() * all.length)];
    if (!held) throw new Error("no conversation");
    return held;
  }

  private anyone(): Id {
    return this.people[Math.floor(this.random() * this.people.length)]?.id ?? "me";
  }

  private now(): string {
    this.clock += 1000;
    return new Date(this.clock).toISOString();
  }
}

function wire({ event, data }: Pushed): { event: string; data: Record<string, never> } {
  return { event, data: structuredClone(data) as unknown as Record<string, never> };
}
