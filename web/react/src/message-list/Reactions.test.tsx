// SPDX-License-Identifier: Apache-2.0
import type { Palabre, User } from "@palabre/sdk";
import { createStore, initialState, reduce } from "@palabre/sdk";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { Reactions } from "./Reactions.js";

await loadLanguage("en");
await loadLanguage("fr");
afterEach(cleanup);

const awa: User = { id: "awa", username: "awa", displayName: "Awa", role: "user", status: "available" };

/** What the button of a reaction is called, for one who knows Awa and nobody else. */
function called(userIds: readonly string[], count?: number, locale: "en" | "fr" = "en") {
  const store = createStore(initialState, reduce);
  store.apply({ event: "people_met", users: [awa] });
  const client = { get: store.get, subscribe: store.subscribe } as unknown as Palabre;
  const reaction = { emoji: "👍", userIds: [...userIds], ...(count && { count }) };
  render(
    <PalabreProvider client={client} locale={locale}>
      <Reactions reactions={[reaction]} selfId="me" onToggle={() => {}} />
    </PalabreProvider>,
  );
  const button = screen.getByRole("button");
  cleanup();
  expect(button.getAttribute("title")).toBe(button.getAttribute("aria-label"));
  return button.getAttribute("aria-label");
}

it("names those whom one knows and counts the others", () => {
  expect(called(["awa", "me"])).toBe("👍 Awa and You");
  expect(called(["awa", "x", "y", "z"])).toBe("👍 Awa and 3 others");
  expect(called(["awa", "x", "me"])).toBe("👍 Awa, You, and 1 other");
  expect(called(["awa", "x"], 25)).toBe("👍 Awa and 24 others");
  expect(called(["x"])).toBe("👍 1 person");
  expect(called(["awa", "x"], 25, "fr")).toBe("👍 Awa et 24 autres");
  expect(called(["x", "y"], undefined, "fr")).toBe("👍 2 personnes");
});
