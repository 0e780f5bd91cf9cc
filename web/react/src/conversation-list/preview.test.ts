// SPDX-License-Identifier: Apache-2.0
import type { Attachment, Message } from "@palabre/sdk";
import { expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { contentOf, underwayContentOf } from "./preview.js";

const french = await loadLanguage("fr");
const file = (kind: Attachment["kind"], name = "x"): Attachment => ({
  id: name,
  name,
  kind,
  type: "application/octet-stream",
  size: 1,
  url: "/x",
});
const saying = (attachments: Attachment[], content?: string): Message => ({
  id: "m",
  conversationId: "c",
  seq: 1,
  ord: 1,
  senderId: "s",
  type: "text",
  createdAt: "2026-01-01T00:00:00Z",
  attachments,
  ...(content && { content }),
});

it("names all that a message carries, not only the first of it", () => {
  expect(contentOf(saying([file("image"), file("file", "devis.pdf")]), french)).toBe(
    "📷 Photo, 📄 devis.pdf",
  );
  expect(contentOf(saying([file("image"), file("image"), file("image")]), french)).toBe("📷 3 photos");
});

it("says the words under a picture, with the sign of a picture", () => {
  expect(contentOf(saying([file("image"), file("file")], "Voilà le *devis*"), french)).toBe(
    "📷 📄 Voilà le devis",
  );
});

it("names what a message on its way carries, before the server knows it", () => {
  const file = { key: "k", name: "devis.pdf", type: "application/pdf", size: 1, uploaded: 0 };
  const sending = (content: string) => ({
    clientId: "x",
    conversationId: "c",
    content,
    createdAt: "2026-01-01T00:00:00Z",
    state: "queued" as const,
    files: [file],
  });
  expect(underwayContentOf(sending(""), french)).toBe("📄 devis.pdf");
  expect(underwayContentOf(sending("Voilà le *devis*"), french)).toBe("📄 Voilà le devis");
});
