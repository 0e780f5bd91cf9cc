// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { backoff } from "./backoff.js";

it("doubles up to ten seconds", () => {
  const longest = [0, 1, 2, 3, 10].map((tries) => backoff(tries, () => 1));
  expect(longest).toEqual([400, 800, 1600, 3200, 10_000]);
});

it("spreads clients over the upper half of the wait", () => {
  expect(backoff(3, () => 0)).toBe(1600);
  expect(backoff(3, () => 0.5)).toBe(2400);
});
