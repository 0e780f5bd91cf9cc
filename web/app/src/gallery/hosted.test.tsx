// SPDX-License-Identifier: Apache-2.0
import {
  ChatModuleAdvanced,
  loadLanguage,
  NewConversation,
  PalabreProvider,
  WebSocketStatus,
} from "@palabre/react";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { galleryClient } from "./client.js";

await loadLanguage("en");
afterEach(cleanup);

it("whose session is over is not said to be connecting, and can ask the page to be let in again", () => {
  const client = galleryClient();
  let asked = 0;
  const resume = async () => {
    asked++;
    return undefined;
  };
  client.store.apply({ event: "session", session: { is: "signedOut", expired: true } });
  client.store.apply({ event: "status", status: "idle" });
  render(
    <PalabreProvider client={{ ...client, hosted: true, resume }} locale="en">
      <WebSocketStatus />
      <ChatModuleAdvanced />
    </PalabreProvider>,
  );
  expect(screen.getAllByText("You are not signed in.")).toHaveLength(2);
  expect(screen.queryByText("Connecting…")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Retry" }));
  expect(asked).toBe(1);
});

it("a group of people without a name says what it still needs", async () => {
  render(
    <PalabreProvider client={galleryClient()} locale="en">
      <NewConversation onOpen={() => {}} onClose={() => {}} />
    </PalabreProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: "New group", hidden: true }));
  screen.getByText("Choose at least two people");
  for (const name of [/Awa/, /Ibrahim/])
    fireEvent.click((await screen.findAllByRole("button", { name, hidden: true }))[0] as HTMLElement);
  screen.getByText("The group needs a name");
  fireEvent.change(screen.getByLabelText("Name of the group"), { target: { value: "Market" } });
  screen.getByText("2 people chosen");
});
