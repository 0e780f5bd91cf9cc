// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { Avatar } from "./Avatar.js";

await loadLanguage("en");
afterEach(cleanup);

it("shows initials where its picture cannot be had, and the next picture when there is one", () => {
  const face = (src?: string) => (
    <PalabreProvider client={{} as Palabre} locale="en">
      <Avatar id="awa" name="Awa Koné" src={src} />
    </PalabreProvider>
  );
  const { container, rerender } = render(face("/gone.jpg"));
  fireEvent.error(container.querySelector("img") as HTMLImageElement);
  expect(container.textContent).toBe("AK");
  rerender(face("/there.jpg"));
  expect(container.querySelector("img")?.getAttribute("src")).toBe("/there.jpg");
});
