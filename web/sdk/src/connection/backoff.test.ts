// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { backoff } from "./backoff.js";

it("doubles up to five seconds, up to twenty where nobody looks", () => {
  const longest = (watched: boolean) => [0, 1, 2, 3, 10].map((tries) => backoff(tries, watched, () => 1));
  expect(longest(true)).toEqual([400, 800, 1600, 3200, 5000]);
  expect(longest(false)).toEqual([400, 800, 1600, 3200, 20_000]);
});

it("spreads clients over the upper half of the wait", () => {
  expect(backoff(3, true, () => 0)).toBe(1600);
  expect(backoff(3, true, () => 0.5)).toBe(2400);
});
