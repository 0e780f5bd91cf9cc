// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { person, seeded, World } from "../testing/world.js";
import { reduce, reduceAll } from "./reduce.js";
import type { State } from "./state.js";
import { initialState } from "./state.js";

/** A conversation with five unread messages, held from its last messages on. */
function tailHeld(held: number): { state: State; id: string } {
  const world = new World(seeded(7));
  for (let i = 0; i < 400; i++) world.step();
  const loaded = reduceAll(initialState, [
    { event: "session", session: { is: "signedIn", user: person("me") } },
    world.hello(),
    world.listed(),
    ...world.ids().map((id) => world.page(id)),
  ]);
  const entry = [...loaded.conversations.values()].find(({ conversation }) => conversation.lastOrd > 20);
  if (!entry) throw new Error("This world is empty.");
  const { id, lastOrd } = entry.conversation;
  const unread = { ...entry, me: { ...entry.me, readOrd: lastOrd - 5 } };
  const state = { ...loaded, conversations: new Map(loaded.conversations).set(id, unread) };
  const timeline = state.timelines.get(id) ?? expect.fail("It is not held.");
  const tail = { ...timeline, messages: timeline.messages.slice(-held), hasMoreBefore: true };
  return { state: { ...state, timelines: new Map([[id, tail]]) }, id };
}

describe("a conversation that is opened", () => {
  it("is let go where it does not reach back to what is unread", () => {
    const { state, id } = tailHeld(2);
    const next = reduce(state, { event: "opened", conversationId: id, reachable: true });
    expect(next.timelines.has(id)).toBe(false);
  });

  it("keeps what is held where nothing else can be had", () => {
    const { state, id } = tailHeld(2);
    const next = reduce(state, { event: "opened", conversationId: id, reachable: false });
    expect(next.timelines.get(id)?.messages).toHaveLength(2);
  });

  it("keeps what reaches back", () => {
    const { state, id } = tailHeld(10_000);
    const next = reduce(state, { event: "opened", conversationId: id, reachable: true });
    expect(next.timelines.get(id)).toBe(state.timelines.get(id));
  });
});
