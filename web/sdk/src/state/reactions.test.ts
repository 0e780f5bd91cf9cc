// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { stillAmong } from "./reactions.js";

const crowd = Array.from({ length: 20 }, (_, i) => `u${i}`);

it("who is among many stays there when somebody else joins them", () => {
  const held = [{ emoji: "👍", count: 21, userIds: [...crowd, "me"] }];
  const now = [{ emoji: "👍", count: 22, userIds: [...crowd, "other"] }];
  expect(stillAmong(held, now, "me")).toEqual([
    { emoji: "👍", count: 22, userIds: [...crowd, "other", "me"] },
  ]);
});

it("where everybody is named, who is not named is not there", () => {
  const held = [{ emoji: "👍", userIds: ["a", "me"] }];
  const now = [{ emoji: "👍", userIds: ["a"] }];
  expect(stillAmong(held, now, "me")).toEqual(now);
});

it("who was not there does not come by itself", () => {
  const now = [{ emoji: "👍", count: 22, userIds: [...crowd, "other"] }];
  expect(stillAmong([], now, "me")).toEqual(now);
});
