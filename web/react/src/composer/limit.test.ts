// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { bytesLeft, charactersLeft, charactersOver } from "./limit.js";

it.each([
  ["a", 16_000, 384],
  ["é", 8_000, 192],
  ["字", 5_400, 61],
  ["🎉", 4_000, 96],
])("of “%s” written %d times, %d more of them fit", (one, times, more) => {
  const text = one.repeat(times);
  const left = charactersLeft(text, bytesLeft(text));
  expect(left).toBe(more);
  expect(bytesLeft(one.repeat(times + left))).toBeGreaterThanOrEqual(0);
  expect(bytesLeft(one.repeat(times + left + 1))).toBeLessThan(0);
});

it("counts what is too much in characters", () => {
  const text = "é".repeat(8_200);
  expect(charactersOver(text, -bytesLeft(text))).toBe(8);
});
