// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { foldAt } from "./fold.js";

it("shows whole what is short, and what is not much longer than what would be shown of it", () => {
  expect(foldAt("Bonjour")).toBeUndefined();
  expect(foldAt("mot ".repeat(300))).toBeUndefined();
  expect(foldAt("mot ".repeat(375))).toBeUndefined();
  expect(foldAt("ligne\n".repeat(26))).toBeUndefined();
});

it("folds many characters at a space, and many lines at the end of one", () => {
  const words = "Bonjour ".repeat(1_500);
  const at = foldAt(words) ?? 0;
  expect(words[at]).toBe(" ");
  expect(at).toBeGreaterThan(1_100);
  expect(at).toBeLessThanOrEqual(1_200);
  const lines = "ligne\n".repeat(200);
  expect(lines.slice(0, foldAt(lines)).split("\n")).toHaveLength(24);
});
