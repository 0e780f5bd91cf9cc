// SPDX-License-Identifier: Apache-2.0
import type { Palabre, PendingFile } from "@palabre/sdk";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { Attachments } from "./Attachments.js";
import { shownFiles } from "./shown.js";

await loadLanguage("en");
afterEach(cleanup);

const client = { fileOf: async () => undefined } as unknown as Palabre;
const file = (name: string, more: Partial<PendingFile> = {}): PendingFile => ({
  key: name,
  name,
  type: "",
  size: 100,
  uploaded: 20,
  ...more,
});

function show(files: readonly PendingFile[], failed: boolean) {
  render(
    <PalabreProvider client={client} locale="en">
      <Attachments files={shownFiles([], files, failed)} onDrop={() => {}} />
    </PalabreProvider>,
  );
}

it("shows how far files on their way are", () => {
  show([file("a.pdf"), file("b.png", { type: "image/png" })], false);
  expect(screen.getAllByRole("progressbar").map((one) => one.getAttribute("aria-valuenow"))).toEqual([
    "20",
    "20",
  ]);
});

it("shows which one the server does not take, and that none is on its way any more", () => {
  show(
    [file("a.exe", { error: "unsupported_type" }), file("b.pdf"), file("c.png", { type: "image/png" })],
    true,
  );
  expect(screen.queryByRole("progressbar")).toBeNull();
  expect(screen.getAllByRole("img", { name: "Not sent" })).toHaveLength(1);
  screen.getByRole("button", { name: "Remove a.exe" });
});
