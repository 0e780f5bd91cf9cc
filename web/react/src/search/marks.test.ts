// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { marksIn, termsOf } from "./marks.js";

const marked = (text: string, search: string) =>
  marksIn(text, termsOf(search)).map(([start, end]) => text.slice(start, end));

it("finds inside words, whatever the case and the accents", () => {
  expect(marked("Le thé est prêt, théière comprise", "THE")).toEqual(["thé", "thé"]);
  expect(marked("Un cœur de bœuf", "oeu")).toEqual(["œu", "œu"]);
});

it("marks each word of a search once, and what overlaps together", () => {
  expect(marked("panier paniers", "panier nie")).toEqual(["panier", "panier"]);
  expect(marked("ocre ou vert", "vert ocre")).toEqual(["ocre", "vert"]);
});

it("marks nothing where nothing is looked for, and whole characters only", () => {
  expect(marked("Bonjour", "  ")).toEqual([]);
  expect(marked("👍🏽 d’accord", "d'accord")).toEqual(["d’accord"]);
});
