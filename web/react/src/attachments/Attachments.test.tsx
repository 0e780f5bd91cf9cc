// SPDX-License-Identifier: Apache-2.0
import type { Attachment, Palabre, PendingFile } from "@palabre/sdk";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { Attachments } from "./Attachments.js";
import type { ShownFile } from "./shown.js";
import { shownFiles } from "./shown.js";

await loadLanguage("en");
afterEach(cleanup);

const client = { elsewhere: false, fileOf: async () => undefined } as unknown as Palabre;
const file = (name: string, more: Partial<PendingFile> = {}): PendingFile => ({
  key: name,
  name,
  type: "",
  size: 100,
  uploaded: 20,
  ...more,
});

const stored = (name: string, kind: Attachment["kind"]): Attachment => ({
  id: `stored ${name}`,
  name,
  type: "",
  kind,
  size: 100,
  url: `/api/attachments/${name}`,
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

it("is the same before and after its message is with the server: what has the focus keeps it", () => {
  const attachments = [stored("a.pdf", "file"), stored("b.png", "image")];
  const going = attachments.map((attachment) => file(attachment.name, { attachment, kind: attachment.kind }));
  const shown = (files: readonly ShownFile[]) => (
    <PalabreProvider client={client} locale="en">
      <Attachments files={files} />
    </PalabreProvider>
  );
  const { rerender } = render(shown(shownFiles([], going)));
  const link = screen.getByRole("link", { name: "Save a.pdf" });
  const picture = screen.getByRole("button", { name: "Open b.png" });
  link.focus();
  rerender(shown(shownFiles(attachments, [])));
  expect(screen.getByRole("link", { name: "Save a.pdf" })).toBe(link);
  expect(screen.getByRole("button", { name: "Open b.png" })).toBe(picture);
  expect(document.activeElement).toBe(link);
});
