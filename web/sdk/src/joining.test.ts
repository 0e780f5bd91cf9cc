// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createJoining } from "./joining.js";
import { Refused } from "./refused.js";
import type { Requests } from "./shapes.js";
import type { Change } from "./state/change.js";
import { reduce } from "./state/reduce.js";
import type { State } from "./state/state.js";
import { initialState } from "./state/state.js";
import { createStore } from "./store.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settled = () => vi.advanceTimersByTimeAsync(60);

function joining() {
  const store = createStore<State, Change>(initialState, reduce);
  const told: string[] = [];
  let reachable = true;
  const request = async (name: keyof Requests, id: unknown) => {
    if (!reachable) throw Refused.unreachable();
    told.push(`${name} ${id}`);
    return { conversationId: id, seq: 1, cursors: [] };
  };
  store.apply({ event: "status", status: "connected" });
  return {
    ...createJoining(store, request as never),
    store,
    cut: (is: boolean) => {
      reachable = !is;
      store.apply({ event: "status", status: is ? "offline" : "connected" });
    },
    told: () => told.splice(0),
  };
}

it("joins what a line asks for, and leaves it when the last that asked does not any more", async () => {
  const { followReceipts, told } = joining();
  const stops = [followReceipts("a"), followReceipts("a"), followReceipts("b")];
  await settled();
  expect(told()).toEqual(["join_conversation a", "join_conversation b"]);
  stops[0]?.();
  stops[0]?.();
  await settled();
  expect(told()).toEqual([]);
  stops[1]?.();
  await settled();
  expect(told()).toEqual(["leave_conversation a"]);
});

it("stays in a conversation that was closed for as long as its line asks, and in an open one when the line does not", async () => {
  const { followReceipts, opened, closed, store, told } = joining();
  const open = (conversationId: string) => store.apply({ event: "opened", conversationId, reachable: true });
  opened("a");
  open("a");
  expect(told()).toEqual(["join_conversation a"]);
  const stop = followReceipts("a");
  stop();
  await settled();
  expect(told()).toEqual([]);
  const again = followReceipts("a");
  store.apply({ event: "closed", conversationId: "a" });
  closed();
  await settled();
  expect(told()).toEqual([]);
  again();
  await settled();
  expect(told()).toEqual(["leave_conversation a"]);
});

it("joins everything anew on a new socket, what could not be told meanwhile too", async () => {
  const { followReceipts, greeted, cut, told } = joining();
  followReceipts("a");
  await settled();
  cut(true);
  followReceipts("b");
  await settled();
  expect(told()).toEqual(["join_conversation a"]);
  cut(false);
  greeted();
  expect(told()).toEqual(["join_conversation a", "join_conversation b"]);
});
