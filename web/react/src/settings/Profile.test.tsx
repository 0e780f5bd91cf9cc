// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import type { Palabre, User } from "@palabre/sdk";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { Profile } from "./Profile.js";

await loadLanguage("en");
afterEach(cleanup);

const user = { id: "1", username: "awa", displayName: "Awa", role: "user", status: "available" } as User;

function settings() {
  const told: unknown[] = [];
  const client = {
    subscribe: () => () => {},
    get: () => ({ session: { is: "signedIn", user } }),
    updateProfile: async (change: unknown) => {
      told.push(change);
      return user;
    },
  } as unknown as Palabre;
  const { unmount } = render(
    <PalabreProvider client={client}>
      <Profile />
    </PalabreProvider>,
  );
  return { told, close: unmount, name: screen.getByLabelText("Name") };
}

it("keeps the name that was typed when the settings are closed over it", () => {
  const { told, close, name } = settings();
  fireEvent.change(name, { target: { value: " Awa Koné " } });
  expect(told).toEqual([]);
  close();
  expect(told).toEqual([{ displayName: "Awa Koné" }]);
});

it("tells nothing when nothing else was typed", () => {
  const { told, close, name } = settings();
  fireEvent.change(name, { target: { value: "  " } });
  close();
  expect(told).toEqual([]);
});
