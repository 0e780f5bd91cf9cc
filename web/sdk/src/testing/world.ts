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
  messages: Message[];
}

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
    if (dice < 0.3) return this.read();
    if (dice < 0.4) return this.rename();
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
      ({ conversation }): MyConversation => ({ ...conversation, me: this.me(conversation) }),
    );
    return {
      event: "listed",
      conversations: structuredClone(conversations),
      unreadTotal: this.unread(),
      first: true,
    };
  }

  page(conversationId: Id): Change {
    const messages = this.held.get(conversationId)?.messages ?? [];
    return {
      event: "page_loaded",
      conversationId,
      page: { messages: structuredClone(messages), hasMoreBefore: false, hasMoreAfter: false },
    };
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
    this.held.set(id, { conversation, log: [], messages: [] });
    return this.ownEvent((ownSeq) => ({
      event: "new_conversation",
      data: {
        conversationId: id,
        ownSeq,
        conversation: structuredClone(conversation),
        me: this.me(conversation),
      },
    }));
  }

  private post(): Pushed {
    const held = this.any();
    const senderId = this.anyone();
    const { conversation } = held;
    const ord = conversation.lastOrd + 1;
    const message = this.line(conversation, senderId, { type: "text", ord, content: `message ${ord}` });
    Object.assign(conversation, { lastOrd: ord, lastMessage: message });
    this.moveCursor(conversation, senderId, ord);
    return this.logged(
      held,
      { event: "new_message", data: { conversationId: conversation.id, seq: message.seq, message } },
      message,
    );
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

  private me(conversation: Conversation): Me {
    const readOrd = conversation.members.find((member) => member.user.id === "me")?.readOrd ?? 0;
    return {
      role: "member",
      readOrd,
      unreadCount: conversation.lastOrd - readOrd,
      joinedAt: conversation.createdAt,
    };
  }

  private unread(): number {
    return [...this.held.values()].reduce(
      (sum, { conversation }) => sum + this.me(conversation).unreadCount,
      0,
    );
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
