// SPDX-License-Identifier: Apache-2.0
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, it, vi } from "vitest";
import { memoryOutbox } from "../outbox/storage.js";
import type { Pending } from "../state/state.js";
import { PageStorage } from "../testing/page-storage.js";
import { database as openDatabase } from "./database.js";
import { journaled } from "./journal.js";
import { databaseOutbox } from "./outbox.js";

const message = (clientId: string, content = "?"): Pending => ({
  clientId,
  conversationId: "c1",
  content,
  createdAt: "2026-02-01T10:00:00Z",
  state: "queued",
});

it("what was saved is there in the same instant, whether or not the database has it", async () => {
  const pages = new PageStorage();
  const never = { ...memoryOutbox(), save: () => new Promise<void>(() => {}) };
  void journaled(never, pages).save("me", message("1"));
  expect(await journaled(memoryOutbox(), pages).load("me")).toEqual([message("1")]);
});

it("what the database has is struck out of the journal, and is not doubled", async () => {
  const [pages, database] = [new PageStorage(), new IDBFactory()];
  const outbox = journaled(databaseOutbox(openDatabase(database)), pages);
  const saved = outbox.save("me", message("2"));
  expect(pages.length).toBe(1);
  expect(await outbox.load("me")).toEqual([message("2")]);
  await saved;
  expect(pages.length).toBe(0);
  await outbox.save("me", message("1"));
  expect(await journaled(databaseOutbox(openDatabase(database)), pages).load("me")).toEqual([
    message("1"),
    message("2"),
  ]);
});

it("keeps at most a hundred where the database takes none, and says so", async () => {
  const pages = new PageStorage();
  const broken = { ...memoryOutbox(), save: () => Promise.reject(new Error("no disk")) };
  const outbox = journaled(broken, pages);
  for (let i = 0; i < 120; i++) await expect(outbox.save("me", message(`${i}`))).rejects.toThrow("no disk");
  expect(pages.length).toBe(100);
});

it("removing and wiping leave nothing behind, and touch nobody else's", async () => {
  const pages = new PageStorage();
  const never = { ...memoryOutbox(), save: () => new Promise<void>(() => {}) };
  const outbox = journaled(never, pages);
  for (const person of ["me", "you"]) for (const id of ["1", "2"]) void outbox.save(person, message(id));
  await outbox.remove("me", "1");
  expect(await outbox.load("me")).toEqual([message("2")]);
  await outbox.wipe("me");
  expect(await outbox.load("me")).toEqual([]);
  await vi.waitFor(async () => expect(await outbox.load("you")).toHaveLength(2));
});
