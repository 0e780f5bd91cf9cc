// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { parse } from "./parse.js";
import { shortened } from "./shortened.js";

it("keeps the styles of what it keeps, and cuts inside of them", () => {
  expect(shortened(parse("un *deux trois* quatre"), 7)).toEqual([
    { is: "text", text: "un " },
    { is: "strong", pieces: [{ is: "text", text: "deux" }] },
  ]);
});

it("leaves a link out that would not be whole, and everything after it", () => {
  const pieces = parse("voir https://exemple.test/une/adresse puis rien");
  expect(shortened(pieces, 12)).toEqual([{ is: "text", text: "voir " }]);
});

it("never cuts within a character", () => {
  expect(shortened([{ is: "text", text: "a🎉🎉" }], 2)).toEqual([{ is: "text", text: "a" }]);
});
