// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { cleanup, render, screen } from "@testing-library/react";
import { lazy } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { Part } from "./Part.js";

await loadLanguage("en");

// what fell is written to the console, as it should be
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const Lost = lazy(() => Promise.reject(new Error("The file is not there any more.")));

// nothing below asks it for anything
const page = (of: string) => (
  <PalabreProvider client={{} as Palabre} locale="en">
    <p>What stays</p>
    <Part of={of}>{of === "lost" ? <Lost /> : <p>Another one</p>}</Part>
  </PalabreProvider>
);

it("says that it could not be fetched, and the rest stays", async () => {
  render(page("lost"));
  expect((await screen.findByRole("alert")).textContent).toContain("could not be shown");
  screen.getByRole("button", { name: "Load the page anew" });
  screen.getByText("What stays");
});

it("tries again for something else", async () => {
  const { rerender } = render(page("lost"));
  await screen.findByRole("alert");
  rerender(page("found"));
  screen.getByText("Another one");
  expect(screen.queryByRole("alert")).toBeNull();
});
