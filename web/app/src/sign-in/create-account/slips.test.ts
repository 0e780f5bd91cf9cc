// SPDX-License-Identifier: Apache-2.0
import { Refused } from "@palabre/sdk";
import { expect, test } from "vitest";
import { type Answers, newcomerOf, refusedOf, slipsIn, strengthOf } from "./slips.js";

const right: Answers = {
  setupToken: " abc ",
  username: " Awa.K ",
  displayName: "",
  password: "savon au citron",
};

test("what the keyboard adds is taken away, and what is empty is not sent", () => {
  expect(newcomerOf(right, false)).toEqual({ username: "awa.k", password: "savon au citron" });
  expect(newcomerOf({ ...right, displayName: " Awa Koné " }, true)).toEqual({
    username: "awa.k",
    password: "savon au citron",
    displayName: "Awa Koné",
    setupToken: "abc",
  });
});

test("each slip stands at its own field", () => {
  expect(slipsIn(newcomerOf(right, true))).toEqual({});
  const wrong = { setupToken: " ", username: "-awa", displayName: "a".repeat(81), password: "1234567" };
  expect(slipsIn(newcomerOf(wrong, true))).toEqual({
    setupToken: "noToken",
    username: "badName",
    displayName: "badDisplayName",
    password: "badPassword",
  });
  expect(slipsIn(newcomerOf({ ...right, username: "" }, false))).toEqual({ username: "noName" });
});

test("a password counts in characters, and ends at 1,024 bytes", () => {
  const slips = (password: string) => slipsIn(newcomerOf({ ...right, password }, false));
  expect(slips("😀".repeat(7))).toEqual({ password: "badPassword" });
  expect(slips("😀".repeat(8))).toEqual({});
  expect(slips("é".repeat(512))).toEqual({});
  expect(slips("é".repeat(513))).toEqual({ password: "badPassword" });
});

test("the server's no goes to the field it names", () => {
  const no = (code: string, status: number, field?: string) =>
    refusedOf(new Refused(code, "", false, status, undefined, field));
  expect(no("username_taken", 409)).toEqual({ username: "taken" });
  expect(no("bad_request", 400, "username")).toEqual({ username: "badName" });
  expect(no("bad_request", 400, "password")).toEqual({ password: "badPassword" });
  expect(no("not_allowed", 403, "setupToken")).toEqual({ setupToken: "wrongToken" });
  expect(no("bad_request", 400, "toString")).toBe("failed");
  expect(no("registration_closed", 403)).toBe("closed");
  expect(no("too_many_requests", 429)).toBe("tooMany");
  expect(refusedOf(Refused.unreachable())).toBe("unreachable");
  expect(refusedOf(new Error("?"))).toBe("failed");
});

test("length is what makes a password strong", () => {
  const lengths = [0, 7, 8, 11, 12, 15, 16];
  expect(lengths.map((length) => strengthOf("x".repeat(length)))).toEqual([
    "none",
    "short",
    "fair",
    "fair",
    "good",
    "good",
    "strong",
  ]);
});
