// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPaging } from "./paging.js";
import { Refused } from "./refused.js";
import type { Message, MessagePage } from "./shapes.js";
import { reduce } from "./state/reduce.js";
import { initialState } from "./state/state.js";
import { createStore } from "./store.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = (seq: number): Message => ({
  id: `m${seq}`,
  conversationId: "c",
  seq,
  ord: seq,
  senderId: "awa",
  type: "text",
  content: `${seq}`,
  createdAt: "2026-01-01T00:00:00Z",
});
const page = (...seqs: number[]): MessagePage => ({
  messages: seqs.map(message),
  hasMoreBefore: (seqs[0] ?? 0) > 1,
  hasMoreAfter: (seqs.at(-1) ?? 0) < 100,
});

/** Pages, answered when the test says so. */
function reading() {
  const store = createStore(initialState, reduce);
  const asked: { at: object; answer: (page: MessagePage) => void; refuse: () => void }[] = [];
  const paging = createPaging(store, {
    messages: (_id, at) =>
      new Promise((resolve, reject) => {
        asked.push({ at, answer: resolve, refuse: () => reject(Refused.unreachable()) });
      }),
  });
  const held = () => store.get().timelines.get("c");
  const seqs = () => held()?.messages.map(({ seq }) => seq);
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { paging, asked, held, seqs, settle };
}

async function atTheEnd() {
  const all = reading();
  void all.paging.loadLatest("c");
  all.asked.shift()?.answer(page(99, 100));
  await all.settle();
  return all;
}

it("does not ask for an older page again at once when it could not come", async () => {
  const { paging, asked, held, settle } = await atTheEnd();
  void paging.loadOlder("c");
  asked.shift()?.refuse();
  await settle();
  void paging.loadOlder("c");
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(held()?.loadingOlder).toBe(false);
  void paging.loadOlder("c");
  asked.shift()?.answer(page(97, 98));
  await settle();
  expect(held()?.messages).toHaveLength(4);
});

it("shows where one wanted to be last, whichever answer comes first", async () => {
  const { paging, asked, seqs, settle } = await atTheEnd();
  void paging.jumpTo("c", 10);
  void paging.jumpTo("c", 50);
  const [first, second] = asked;
  second?.answer(page(49, 50, 51));
  first?.answer(page(9, 10, 11));
  await settle();
  expect(seqs()).toEqual([49, 50, 51]);
});

it("goes on to older pages where one has jumped while one was on its way", async () => {
  const { paging, asked, seqs, settle } = await atTheEnd();
  void paging.loadOlder("c");
  void paging.jumpTo("c", 50);
  const [older, around] = asked.splice(0);
  around?.answer(page(49, 50, 51));
  await settle();
  older?.answer(page(97, 98));
  await settle();
  expect(seqs()).toEqual([49, 50, 51]);
  void paging.loadOlder("c");
  asked.shift()?.answer(page(47, 48));
  await settle();
  expect(seqs()).toEqual([47, 48, 49, 50, 51]);
});
