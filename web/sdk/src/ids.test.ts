// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { newClientId } from "./ids.js";

it("ids made in the same instant sort in the order in which they were made", () => {
  const made = Array.from({ length: 1_000 }, () => newClientId());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(1_000);
  for (const id of made)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
