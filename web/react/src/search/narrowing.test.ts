// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { asked, isNarrow, WIDE } from "./narrowing.js";

it("asks for whole days, where the person is", () => {
  const { since = "", until = "" } = asked({ from: "2026-03-01", to: "2026-03-31" });
  expect(new Date(since).toString()).toContain("Mar 01 2026 00:00:00");
  expect(new Date(until).toString()).toContain("Apr 01 2026 00:00:00");
  const oneDay = asked({ from: "2026-12-31", to: "2026-12-31" });
  expect(Date.parse(oneDay.until ?? "") - Date.parse(oneDay.since ?? "")).toBe(86_400_000);
});

it("asks for nothing more than is said", () => {
  expect(asked(WIDE)).toEqual({});
  expect(asked({ senderId: "u1", from: "", to: "tomorrow" })).toEqual({ senderId: "u1" });
  expect(isNarrow(WIDE)).toBe(false);
  expect(isNarrow({ to: "2026-03-31" })).toBe(true);
});
