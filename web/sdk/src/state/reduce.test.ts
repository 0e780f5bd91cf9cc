// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { person, seeded, World } from "../testing/world.js";
import type { Change } from "./change.js";
import { fromWire } from "./change.js";
import { reduce, reduceAll } from "./reduce.js";
import { conversationList, unreadOf, unreadTotal } from "./select.js";
import type { Entry, State } from "./state.js";
import { initialState } from "./state.js";

const signedIn: Change = { event: "session", session: { is: "signedIn", user: person("me") } };

function applied(state: State, changes: readonly Change[]): State {
  return reduceAll(state, changes);
}

/** A client that has just loaded everything. */
function snapshot(world: World): State {
  const pages = world.ids().map((id) => world.page(id));
  return applied(initialState, [signedIn, world.hello(), world.listed(), ...pages]);
}

/** What a screen shows of a state, whatever way it came about. */
function shown(state: State) {
  return {
    total: unreadTotal(state),
    list: conversationList(state).map((entry) => ({
      id: entry.conversation.id,
      title: entry.conversation.title,
      last: entry.conversation.lastMessage,
      unread: unreadOf(entry),
      me: ownPart(entry),
      seq: entry.seq,
      cursors: entry.conversation.members.map(({ user, readOrd, deliveredOrd }) => [
        user.id,
        readOrd,
        deliveredOrd,
      ]),
      messages: state.timelines.get(entry.conversation.id)?.messages ?? [],
    })),
  };
}

/** How often one was called in messages since deleted is told by the server alone; once all is read, it is never. */
function ownPart(entry: Entry) {
  const { mentionCount, ...me } = entry.me;
  return { ...me, ...(unreadOf(entry) === 0 && { mentionCount }) };
}

/** The state with every timeline loaded, as far as it was not: what is held already must fit without a hole. */
function allOpened(state: State, world: World): State {
  for (const [id, { messages }] of state.timelines)
    expect(messages.map((message) => message.seq)).toEqual(world.seqs(id));
  return applied(
    state,
    world.ids().map((id) => world.page(id)),
  );
}

/** The next state; what a person has seen is never taken back, whatever comes in. */
function onward(state: State, changes: readonly Change[]): State {
  return changes.reduce((before, change) => {
    const after = reduce(before, change);
    for (const [id, entry] of before.conversations) {
      const now = after.conversations.get(id);
      expect(now?.seq).toBeGreaterThanOrEqual(entry.seq);
      expect(now?.me.readOrd).toBeGreaterThanOrEqual(entry.me.readOrd);
    }
    return after;
  }, state);
}

/** Sync as the client asks for it: from the numbers it holds. */
function synced(state: State, world: World): State {
  const cursors = new Map([...state.conversations].map(([id, entry]) => [id, entry.seq]));
  return applied(state, world.sync(cursors, state.ownSeq ?? 0));
}

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe("an old snapshot and the events since equal a new snapshot", () => {
  it.each(seeds)("every event once, in order (seed %i)", (seed) => {
    const world = new World(seeded(seed));
    let state = snapshot(world);
    for (let i = 0; i < 60; i++) state = reduce(state, world.step());
    expect([...state.wanted.values()]).not.toContain("events");
    // a conversation whose last message was hidden, and of which no other is held, is asked for
    const asked = state.wanted.size > 0 ? reduce(state, world.listed()) : state;
    expect(shown(allOpened(asked, world))).toEqual(shown(snapshot(world)));
  });

  it.each(seeds)("events lost, repeated and late, then a sync (seed %i)", (seed) => {
    const random = seeded(seed);
    const world = new World(random);
    let state = snapshot(world);
    const late: Change[] = [];
    let old = world.listed();
    for (let i = 0; i < 80; i++) {
      const pushed = world.step();
      const dice = random();
      if (dice < 0.15) continue;
      if (dice < 0.3) late.push(pushed);
      else state = onward(state, dice < 0.5 ? [pushed, pushed] : [pushed]);
      if (random() < 0.1) state = synced(onward(state, late.splice(0)), world);
      if (random() < 0.05) state = onward(state, [world.listed()]);
      // an answer that was slow: what it says is over
      if (random() < 0.05) state = onward(state, [old]);
      if (random() < 0.1) old = world.listed();
    }
    state = synced(onward(state, late), world);
    expect([...state.conversations.keys()].sort()).toEqual(world.ids().sort());
    // others' cursors have no number: the list, which each reconnection fetches, brings the lost ones
    state = reduce(state, world.listed());
    expect(shown(allOpened(state, world))).toEqual(shown(snapshot(world)));
  });
});

describe("numbers", () => {
  function opened(): { state: State; world: World } {
    const world = new World(seeded(1));
    return { state: snapshot(world), world };
  }

  function message(seq: number, ord: number) {
    const createdAt = "2026-02-01T10:00:00Z";
    return {
      id: `c1.${seq}`,
      conversationId: "c1",
      seq,
      ord,
      senderId: "awa",
      type: "text",
      content: "?",
      createdAt,
    };
  }

  it("a repeat changes nothing at all", () => {
    const { state } = opened();
    const event: Change = {
      event: "new_message",
      data: { conversationId: "c1", seq: 1, message: message(1, 1) },
    };
    const once = reduce(state, event);
    expect(reduce(once, event)).toBe(once);
  });

  it("a gap is asked for, not shown", () => {
    const { state } = opened();
    const next = reduce(state, {
      event: "new_message",
      data: { conversationId: "c1", seq: 3, message: message(3, 3) },
    });
    expect(next.wanted.get("c1")).toBe("events");
    expect(next.timelines.get("c1")?.messages).toEqual([]);
  });

  it("an event of a newer server is stepped over and counted", () => {
    const { state } = opened();
    const stepped = reduce(state, fromWire("poll_opened", { conversationId: "c1", seq: 1, question: "?" }));
    const next = reduce(stepped, {
      event: "new_message",
      data: { conversationId: "c1", seq: 2, message: message(2, 1) },
    });
    expect(next.wanted.size).toBe(0);
    expect(next.timelines.get("c1")?.messages).toHaveLength(1);
  });

  it("a message of an unknown conversation makes it wanted", () => {
    const { state } = opened();
    const strange = { ...message(1, 1), conversationId: "c9" };
    const next = reduce(state, {
      event: "new_message",
      data: { conversationId: "c9", seq: 1, message: strange },
    });
    expect(next.wanted.get("c9")).toBe("conversation");
  });

  it("after too long an absence the conversation is fetched anew, then its messages", () => {
    const { state } = opened();
    const told = reduce(state, {
      event: "sync_page",
      data: { conversationId: "c1", events: [], reload: true },
    });
    expect(told.wanted.get("c1")).toBe("conversation");
    const entry = told.conversations.get("c1");
    if (!entry) throw new Error("c1 is held");
    const conversation = { ...entry.conversation, lastSeq: 900, lastOrd: 900 };
    const next = reduce(told, {
      event: "conversation_fetched",
      conversation,
      me: { ...entry.me, unreadCount: 900 },
    });
    expect(next.timelines.has("c1")).toBe(false);
    expect(next.conversations.get("c1")?.seq).toBe(900);
    expect(next.wanted.get("c1")).toBe("events");
  });

  it("numbers that a sync page leaves out are no gap", () => {
    const { state } = opened();
    const page = '{"events":[{"event":"conversation_removed","data":{"conversationId":"c1","ownSeq":9}}]}';
    const next = reduce(state, fromWire("sync_page", JSON.parse(page)));
    expect(next.conversations.has("c1")).toBe(false);
    expect(next.ownSeq).toBe(9);
    expect(next.ownBehind).toBe(false);
  });

  it("names that mean something to the language are names like others (row 53 of docs/security.md)", () => {
    const state = applied(initialState, [signedIn]);
    const evil = `{"conversationId": "__proto__", "userId": "__proto__", "isOnline": true, "isTyping": true, "seq": 1,
      "message": {"id": "__proto__", "seq": 1}, "__proto__": {"admin": true}, "constructor": {"prototype": {"admin": true}}}`;
    const events = [
      "presence_changed",
      "user_typing",
      "new_message",
      "messages_read",
      "__proto__",
      "constructor",
    ];
    const next = events.reduce((before, event) => reduce(before, fromWire(event, JSON.parse(evil))), state);
    expect(Object.hasOwn(Object.prototype, "admin")).toBe(false);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(next.presence.get("__proto__")?.isOnline).toBe(true);
    expect(conversationList(next)).toEqual(conversationList(state));
  });

  it("a conversation that is gone leaves the list", () => {
    const { state } = opened();
    const next = reduce(state, {
      event: "sync_page",
      data: { conversationId: "c1", events: [], gone: true },
    });
    expect(next.conversations.has("c1")).toBe(false);
  });

  it("another epoch forgets what was learned and keeps what is still to be sent", () => {
    const { state } = opened();
    const pending = {
      clientId: "x",
      conversationId: "c1",
      content: "?",
      createdAt: "2026-02-01T10:00:00Z",
      state: "queued" as const,
    };
    const next = applied(state, [
      { event: "queued", pending: [pending] },
      { event: "epoch_changed", data: { epoch: "e2" } },
    ]);
    expect(next.conversations.size).toBe(0);
    expect(next.ownSeq).toBeUndefined();
    expect(next.pending).toEqual([pending]);
  });

  it("ten thousand events take less than a second of the processor", () => {
    const world = new World(seeded(7));
    let state = snapshot(world);
    const events = Array.from({ length: 10_000 }, () => world.step());
    const before = process.cpuUsage();
    state = reduceAll(state, events);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
    state = reduce(state, world.listed());
    expect(shown(allOpened(state, world))).toEqual(shown(snapshot(world)));
  });
});
