// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import type { Palabre } from "@palabre/sdk";
import { render, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { PalabreProvider, useLanguage } from "./PalabreProvider.js";

// nothing below asks it for anything
const client = {} as Palabre;

function Word() {
  return <p>{useLanguage().words.save}</p>;
}

it("shows that something comes until the words are here, and those of before until others are", async () => {
  const { container, rerender } = render(
    <PalabreProvider client={client} locale="fr">
      <Word />
    </PalabreProvider>,
  );
  expect(container.querySelector("[aria-busy]")).not.toBeNull();
  await screen.findByText("Enregistrer");
  expect(container.querySelector("[aria-busy]")).toBeNull();
  rerender(
    <PalabreProvider client={client} locale="en" fallback={<p>…</p>}>
      <Word />
    </PalabreProvider>,
  );
  screen.getByText("Enregistrer");
  await waitFor(() => screen.getByText("Save"));
});
