// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { GroupTitle } from "./GroupTitle.js";

await loadLanguage("en");
afterEach(cleanup);

const titled = (title: string, onRename: (next: string) => Promise<void>) => (
  <PalabreProvider client={{} as Palabre} locale="en">
    <GroupTitle title={title} onRename={onRename} />
  </PalabreProvider>
);
const field = () => screen.getByLabelText<HTMLInputElement>("Name of the group");

it("keeps what is typed while somebody else renames the group, and gives the focus back", async () => {
  const asked: string[] = [];
  let done = () => {};
  const rename = (next: string) => {
    asked.push(next);
    return new Promise<void>((resolve) => {
      done = resolve;
    });
  };
  const { rerender } = render(titled("Quai", rename));
  fireEvent.click(screen.getByRole("button", { name: "Rename" }));
  fireEvent.change(field(), { target: { value: "Quai 12" } });
  rerender(titled("Gare", rename));
  expect(field().value).toBe("Quai 12");
  fireEvent.submit(field());
  fireEvent.submit(field());
  expect(asked).toEqual(["Quai 12"]);
  await act(async () => done());
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Rename" }));
});

it("says that it did not work, and no more of it the next time", async () => {
  render(titled("Quai", () => Promise.reject(new Error("no"))));
  fireEvent.click(screen.getByRole("button", { name: "Rename" }));
  fireEvent.change(field(), { target: { value: "Gare" } });
  fireEvent.submit(field());
  await screen.findByRole("alert");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  fireEvent.click(screen.getByRole("button", { name: "Rename" }));
  expect(screen.queryByRole("alert")).toBeNull();
});
