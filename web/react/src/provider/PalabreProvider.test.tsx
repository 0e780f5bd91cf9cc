// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import type { Palabre } from "@palabre/sdk";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { PalabreProvider, useLanguage } from "./PalabreProvider.js";

afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

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

it.each([
  ["development", "", 1],
  ["development", ".palabre { --palabre: 1 }", 0],
  ["production", "", 0],
])("in %s, with the styles “%s”, the console says %d times that they are missing", (mode, styles, times) => {
  vi.stubEnv("NODE_ENV", mode);
  vi.useFakeTimers();
  const said = vi.spyOn(console, "warn").mockImplementation(() => {});
  render(
    <>
      <style>{styles}</style>
      <PalabreProvider client={client}>
        <p>A shop</p>
      </PalabreProvider>
    </>,
  );
  vi.advanceTimersByTime(5_000);
  expect(said.mock.calls).toEqual(
    times ? [[expect.stringContaining('import "@palabre/react/style.css"')]] : [],
  );
});
