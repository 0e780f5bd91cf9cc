// SPDX-License-Identifier: Apache-2.0
import { loadLanguage, MessageNotifications, PalabreProvider } from "@palabre/react";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { galleryClient } from "./client.js";

await loadLanguage("en");
afterEach(cleanup);

function bellAt(baseUrl: string) {
  render(
    <PalabreProvider client={{ ...galleryClient(), baseUrl }} locale="en">
      <MessageNotifications />
    </PalabreProvider>,
  );
}

it("on the server's own pages the bell is a link to the messenger", () => {
  bellAt("");
  expect(screen.getByRole("link", { name: /unread/ }).getAttribute("href")).toBe("/");
});

it("on another site's page it is a button: behind that link nobody is known", () => {
  bellAt("https://chat.example");
  expect(screen.getByRole("button", { name: /unread/ }).getAttribute("aria-haspopup")).toBe("dialog");
  expect(screen.queryByRole("link")).toBeNull();
});
