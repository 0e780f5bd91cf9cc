// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { cleanup, render, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Avatar } from "../avatar/Avatar.js";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";

await loadLanguage("en");
afterEach(cleanup);

function face(elsewhere: boolean, src = "/api/users/awa/picture?v=1") {
  const asked: string[] = [];
  const client = {
    elsewhere,
    async fetchFile(address: string) {
      asked.push(address);
      return new Blob(["picture"]);
    },
  } as unknown as Palabre;
  const { container } = render(
    <PalabreProvider client={client} locale="en">
      <Avatar id="awa" name="Awa Koné" src={src} />
    </PalabreProvider>,
  );
  return { asked, shown: () => container.querySelector("img")?.getAttribute("src") };
}

it("has the server's address in the server's own page", () => {
  const { asked, shown } = face(false);
  expect(shown()).toBe("/api/users/awa/picture?v=1");
  expect(asked).toEqual([]);
});

it("is fetched with the token on another site, and shown from there", async () => {
  const { asked, shown } = face(true);
  await waitFor(() => expect(shown()).toMatch(/^blob:/));
  expect(asked).toEqual(["/api/users/awa/picture?v=1"]);
});

it("is left alone where it is somebody else's", () => {
  const { asked, shown } = face(true, "https://pictures.test/awa.jpg");
  expect(shown()).toBe("https://pictures.test/awa.jpg");
  expect(asked).toEqual([]);
});
