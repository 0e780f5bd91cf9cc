// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { folded, isSingleEmoji } from "./text.js";

it("compares without case and accents, and ligatures by their letters", () => {
  expect(folded("L’Œuvre d’ÉLOÏSE")).toBe("l'oeuvre d'eloise");
  expect(folded("Straße")).toBe("strasse");
});

it("one emoji alone is shown large, whatever it is made of, and nothing else is", () => {
  for (const one of ["🎉", "❤️", "👩‍🌾", "👍🏽"]) expect(isSingleEmoji(one)).toBe(true);
  for (const other of ["", "a", "1", "#", "🎉🎉", "🎉 ", "oui 🎉"]) expect(isSingleEmoji(other)).toBe(false);
});
