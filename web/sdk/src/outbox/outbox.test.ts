// SPDX-License-Identifier: Apache-2.0
import "fake-indexeddb/auto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "../browser/database.js";
import { databaseFiles } from "../browser/files.js";
import { databaseOutbox } from "../browser/outbox.js";
import { folderStorage } from "../node/files.js";
import { Refused } from "../refused.js";
import type { Message } from "../shapes.js";
import type { Change } from "../state/change.js";
import { reduce } from "../state/reduce.js";
import type { Pending, State } from "../state/state.js";
import { initialState } from "../state/state.js";
import type { PalabreStorage } from "../storage.js";
import type { Store } from "../store.js";
import { createStore } from "../store.js";
import { UploadDesk } from "../testing/upload-desk.js";
import { person } from "../testing/world.js";
import { createOutbox } from "./outbox.js";
import { memoryFiles, memoryOutbox } from "./storage.js";

type Kept = Pick<PalabreStorage, "outbox" | "files">;

/** A server that takes each client id once, as the real one does, and may be cut off before or after it did. */
class Log {
  readonly messages: Message[] = [];
  readonly uploads = new UploadDesk();
  cut: "no" | "before" | "after" = "no";
  /** How many it was asked to take. */
  asked = 0;
  /** Said to the next one, once. */
  retryAfterMs: number | undefined;

  readonly send = async (pending: Pending): Promise<Message> => {
    await Promise.resolve();
    this.asked += 1;
    const wait = this.retryAfterMs;
    this.retryAfterMs = undefined;
    if (wait !== undefined) throw new Refused("rate_limited", "Not so fast.", true, 0, wait);
    if (this.cut === "before") throw Refused.unreachable();
    if (pending.content === "" && !pending.files) throw new Refused("empty", "A message needs words.", false);
    const message = this.messages.find((one) => one.clientId === pending.clientId) ?? this.append(pending);
    if (this.cut === "after") throw Refused.unreachable();
    return message;
  };

  private append({ conversationId, clientId, content, createdAt, files = [] }: Pending): Message {
    const seq = this.messages.length + 1;
    const message = {
      id: `${seq}`,
      conversationId,
      seq,
      ord: seq,
      clientId,
      senderId: "me",
      type: "text",
      content,
      createdAt,
      ...(files.length > 0 && { attachments: files.flatMap((file) => file.attachment ?? []) }),
    };
    this.messages.push(message);
    return message;
  }
}

function signedIn(): Store<State, Change> {
  const store = createStore<State, Change>(initialState, reduce);
  store.apply({ event: "session", session: { is: "signedIn", user: person("me") } });
  return store;
}

const said = (log: Log) => log.messages.map((message) => message.content);
const states = (store: Store<State, Change>) => store.get().pending.map((one) => one.state);

function inDatabase(): Kept {
  const db = database(new IDBFactory());
  return { outbox: databaseOutbox(db), files: databaseFiles(db) };
}

function outboxOf(store: Store<State, Change>, storage: Kept, log: Log) {
  return createOutbox({ store, storage, rest: log.uploads, send: log.send });
}

describe.each([
  ["memory", () => ({ outbox: memoryOutbox(), files: memoryFiles() })],
  ["the browser's database", inDatabase],
  ["a folder", () => folderStorage(mkdtempSync(join(tmpdir(), "palabre-outbox-")))],
])("outbox in %s", (_, make) => {
  let storage: Kept;
  beforeEach(() => {
    storage = make();
  });

  it("sends what was written offline in order, once, when connected", async () => {
    const [store, log] = [signedIn(), new Log()];
    const outbox = outboxOf(store, storage, log);
    for (const word of ["un", "deux", "trois"]) outbox.add("c1", word);
    expect(states(store)).toEqual(["queued", "queued", "queued"]);
    store.apply({ event: "status", status: "connected" });
    outbox.drain();
    await vi.waitFor(() => expect(states(store)).toEqual(["sent", "sent", "sent"]));
    expect(said(log)).toEqual(["un", "deux", "trois"]);
  });

  it("with nothing before it a message goes at once, whichever tab sends; what follows waits for the lock", async () => {
    const [store, log] = [signedIn(), new Log()];
    let release = () => {};
    const locked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const outbox = createOutbox({
      store,
      storage,
      rest: log.uploads,
      send: log.send,
      exclusive: async (_name, run) => {
        await locked;
        await run();
      },
    });
    store.apply({ event: "status", status: "connected" });
    outbox.add("c1", "un");
    outbox.add("c1", "deux");
    expect(states(store)).toEqual(["sending", "queued"]);
    await vi.waitFor(() => expect(said(log)).toEqual(["un"]));
    release();
    await vi.waitFor(() => expect(states(store)).toEqual(["sent", "sent"]));
    expect(said(log)).toEqual(["un", "deux"]);
  });

  it("an answer lost on the way is asked for again and makes no second message", async () => {
    const [store, log] = [signedIn(), new Log()];
    const outbox = outboxOf(store, storage, log);
    store.apply({ event: "status", status: "connected" });
    log.cut = "after";
    outbox.add("c1", "une fois");
    await vi.waitFor(() => expect(log.messages).toHaveLength(1));
    await vi.waitFor(() => expect(states(store)).toEqual(["queued"]));
    log.cut = "no";
    outbox.drain();
    await vi.waitFor(() => expect(states(store)).toEqual(["sent"]));
    expect(said(log)).toEqual(["une fois"]);
  });

  it("a server that wants to hear of it later is asked then, and of nothing before", async () => {
    const [store, log] = [signedIn(), new Log()];
    const outbox = outboxOf(store, storage, log);
    store.apply({ event: "status", status: "connected" });
    log.retryAfterMs = 120;
    const began = performance.now();
    outbox.add("c1", "un");
    await vi.waitFor(() => expect(log.asked).toBe(1));
    outbox.add("c1", "deux");
    outbox.add("c2", "trois");
    outbox.drain();
    await vi.waitFor(() => expect(states(store)).toEqual(["sent", "sent", "sent"]));
    expect(performance.now() - began).toBeGreaterThanOrEqual(115);
    expect(log.asked).toBe(4);
    expect(said(log).filter((word) => word !== "trois")).toEqual(["un", "deux"]);
  });

  it("what a closed page left is sent by the next one", async () => {
    const log = new Log();
    outboxOf(signedIn(), storage, log).add("c1", "plus tard");
    await vi.waitFor(async () => expect(await storage.outbox.load("me")).toHaveLength(1));
    const store = signedIn();
    store.apply({ event: "status", status: "connected" });
    await outboxOf(store, storage, log).restore();
    await vi.waitFor(() => expect(said(log)).toEqual(["plus tard"]));
    await vi.waitFor(async () => expect(await storage.outbox.load("me")).toEqual([]));
  });

  it("a refused message stays, says why, and lets the next one through", async () => {
    const [store, log] = [signedIn(), new Log()];
    const outbox = outboxOf(store, storage, log);
    store.apply({ event: "status", status: "connected" });
    outbox.add("c1", "");
    outbox.add("c1", "suite");
    await vi.waitFor(() => expect(states(store)).toEqual(["failed", "sent"]));
    expect(store.get().pending[0]?.error).toBe("empty");
    outbox.discard(store.get().pending[0]?.clientId ?? "");
    expect(states(store)).toEqual(["sent"]);
  });

  it("nobody sees another's unsent messages", async () => {
    const [store, log] = [signedIn(), new Log()];
    outboxOf(store, storage, log).add("c1", "à moi");
    await vi.waitFor(async () => expect(await storage.outbox.load("me")).toHaveLength(1));
    expect(await storage.outbox.load("you")).toEqual([]);
    await storage.outbox.wipe("you");
    expect(await storage.outbox.load("me")).toHaveLength(1);
  });

  describe("files", () => {
    const bytes = (length: number) => new Blob([new Uint8Array(length).map((_, i) => i % 251)]);
    const connected = (store: Store<State, Change>) => store.apply({ event: "status", status: "connected" });

    it("a message goes when its files are there, and texts do not wait for it", async () => {
      const [store, log] = [signedIn(), new Log()];
      connected(store);
      log.uploads.cut = true;
      const outbox = outboxOf(store, storage, log);
      outbox.add("c1", "photo", { files: [{ blob: bytes(2_000_000), name: "p.jpg" }] });
      outbox.add("c1", "texte");
      await vi.waitFor(() => expect(said(log)).toEqual(["texte"]));
      log.uploads.cut = false;
      outbox.drain();
      await vi.waitFor(() => expect(said(log)).toEqual(["texte", "photo"]));
      expect(log.messages[1]?.attachments?.[0]).toMatchObject({ name: "p.jpg", size: 2_000_000 });
      expect(await log.uploads.holds("p.jpg", bytes(2_000_000))).toBe(true);
      outbox.stop();
    });

    it("tells how far it is, and goes on after the page ended where it was cut", async () => {
      const log = new Log();
      const first = signedIn();
      connected(first);
      log.uploads.cutAfter = 3;
      outboxOf(first, storage, log).add("c1", "", { files: [{ blob: bytes(2_500_000), name: "film.mp4" }] });
      await vi.waitFor(() => expect(first.get().pending[0]?.files?.[0]?.uploaded).toBeGreaterThan(1_000_000));
      await vi.waitFor(() => expect(log.uploads.cut).toBe(true));
      first.apply({ event: "status", status: "offline" });
      await vi.waitFor(async () =>
        expect((await storage.outbox.load("me"))[0]?.files?.[0]?.uploadId).toBeDefined(),
      );
      log.uploads.cut = false;
      const second = signedIn();
      connected(second);
      await outboxOf(second, storage, log).restore();
      await vi.waitFor(() => expect(log.messages).toHaveLength(1));
      expect(await log.uploads.holds("film.mp4", bytes(2_500_000))).toBe(true);
      expect(log.uploads.received).toBe(2_500_000);
      expect(log.uploads.begun).toBe(1);
    });

    it("a file that is refused fails its message, which says why; given up, nothing is left of it", async () => {
      const [store, log] = [signedIn(), new Log()];
      connected(store);
      log.uploads.refuses = "too_large";
      const outbox = outboxOf(store, storage, log);
      const pending = outbox.add("c1", "", { files: [{ blob: bytes(900_000), name: "huge.bin" }] });
      await vi.waitFor(() =>
        expect(store.get().pending[0]).toMatchObject({
          state: "failed",
          error: "too_large",
          files: [{ error: "too_large" }],
        }),
      );
      const key = pending.files?.[0]?.key ?? "";
      await vi.waitFor(async () => expect(await storage.files.load("me", key)).toBeDefined());
      store.apply({ event: "status", status: "offline" });
      outbox.retry(pending.clientId);
      expect(store.get().pending[0]?.error).toBeUndefined();
      expect(store.get().pending[0]?.files?.[0]?.error).toBeUndefined();
      outbox.discard(pending.clientId);
      await vi.waitFor(async () => expect(await storage.files.load("me", key)).toBeUndefined());
      expect(store.get().pending).toEqual([]);
    });

    it("one of two files can be taken out on the way", async () => {
      const [store, log] = [signedIn(), new Log()];
      const outbox = outboxOf(store, storage, log);
      const files = ["a.txt", "b.txt"].map((name) => ({ blob: bytes(10), name }));
      const pending = outbox.add("c1", "deux", { files });
      outbox.dropFile(pending.clientId, pending.files?.[0]?.key ?? "");
      connected(store);
      outbox.drain();
      await vi.waitFor(() => expect(log.messages[0]?.attachments?.map((one) => one.name)).toEqual(["b.txt"]));
    });
  });
});
