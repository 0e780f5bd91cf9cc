// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { hueOf, initials } from "./initials.js";

it.each([
  ["Awa Koné", "AK"],
  ["Jean-Paul Eyené", "JE"],
  ["Élodie", "É"],
  ["Marie de la Tour", "MT"],
  ["Moussa N’Diaye", "MD"],
  ["  admin ", "A"],
  ["李 小龙", "李小"],
  ["👩‍🌾 Fermes", "👩‍🌾F"],
  ["de la", "DL"],
  ["", ""],
])("%s is %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it("the colour of somebody is always the same, and one of those there are", () => {
  for (const id of ["a", "b", "01ARZ3NDEKTSV4RRFFQ69G5FAV"]) {
    expect(hueOf(id, 8)).toBe(hueOf(id, 8));
    expect(hueOf(id, 8)).toBeLessThan(8);
  }
});
