// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { isQuiet } from "./preferences.js";

const at = (time: string) => new Date(`2026-03-01T${time}:00`);

it.each([
  ["22:00", "07:00", "23:30", true],
  ["22:00", "07:00", "06:59", true],
  ["22:00", "07:00", "07:00", false],
  ["22:00", "07:00", "12:00", false],
  ["12:30", "14:00", "12:30", true],
  ["12:30", "14:00", "14:00", false],
  ["12:30", "14:00", "23:00", false],
  ["08:00", "08:00", "08:00", false],
])("from %s to %s it is quiet at %s: %s", (from, to, time, quiet) => {
  expect(isQuiet({ from, to }, at(time))).toBe(quiet);
});

it("is never quiet without hours, or with half of them", () => {
  expect(isQuiet(undefined, at("03:00"))).toBe(false);
  expect(isQuiet({ from: "", to: "07:00" }, at("03:00"))).toBe(false);
});
