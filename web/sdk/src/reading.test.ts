// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from "vitest";
import { createReading } from "./reading.js";
import { reduceAll } from "./state/reduce.js";
import { initialState } from "./state/state.js";
import { createStore } from "./store.js";
import { person, seeded, World } from "./testing/world.js";

it("tells nothing in the name of whoever signs in next", async () => {
  vi.useFakeTimers();
  const world = new World(seeded(7));
  for (let step = 0; step < 40; step++) world.step();
  const store = createStore(initialState, reduceAll);
  const told: unknown[] = [];
  const reading = createReading(
    { ...store, apply: (change) => store.apply([change]) },
    async (name, payload) => {
      told.push([name, payload]);
      throw new Error("There is no network.");
    },
  );
  store.apply([
    { event: "session", session: { is: "signedIn", user: person("me") } },
    world.hello(),
    world.listed(),
  ]);
  for (const id of world.ids()) reading.mark(id);
  await vi.advanceTimersByTimeAsync(10);
  expect(told.length).toBeGreaterThan(0);
  told.length = 0;
  reading.flush();
  expect(told.length).toBeGreaterThan(0);
  told.length = 0;
  reading.stop();
  reading.flush();
  expect(told).toEqual([]);
  vi.useRealTimers();
});
