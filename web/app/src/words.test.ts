// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { appWords } from "./words.js";

it("who may not sign in for a while is told for how long", () => {
  expect(appWords.en.tooMany(15)).toBe("Too many attempts. Please wait 15 minutes.");
  expect(appWords.en.tooMany(1)).toBe("Too many attempts. Please wait a minute.");
  expect(appWords.fr.tooMany(15)).toContain("15\u00a0minutes");
});
