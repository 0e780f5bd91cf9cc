// SPDX-License-Identifier: Apache-2.0
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "../browser/database.js";
import { databaseOutbox } from "../browser/outbox.js";
import { Refused } from "../refused.js";
import type { Message } from "../shapes.js";
import type { Change } from "../state/change.js";
import { reduce } from "../state/reduce.js";
import type { Pending, State } from "../state/state.js";
import { initialState } from "../state/state.js";
import type { Store } from "../store.js";
import { createStore } from "../store.js";
import { person } from "../testing/world.js";
import { createOutbox } from "./outbox.js";
import type { OutboxStorage } from "./storage.js";
import { memoryOutbox } from "./storage.js";

/** A server that takes each client id once, as the real one does, and may be cut off before or after it did. */
class Log {
  readonly messages: Message[] = [];
  cut: "no" | "before" | "after" = "no";

  readonly send = async (pending: Pending): Promise<Message> => {
    await Promise.resolve();
    if (this.cut === "before") throw Refused.unreachable();
    if (pending.content === "") throw new Refused("empty", "A message needs words.", false);
    const message = this.messages.find((one) => one.clientId === pending.clientId) ?? this.append(pending);
    if (this.cut === "after") throw Refused.unreachable();
    return message;
  };

  private append({ conversationId, clientId, content, createdAt }: Pending): Message {
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

describe.each([
  ["memory", memoryOutbox],
  ["the browser's database", () => databaseOutbox(database(new IDBFactory()))],
])("outbox in %s", (_, make) => {
  let storage: OutboxStorage;
  beforeEach(() => {
    storage = make();
  });

  it("sends what was written offline in order, once, when connected", async () => {
    const [store, log] = [signedIn(), new Log()];
    const outbox = createOutbox({ store, storage, send: log.send });
    for (const word of ["un", "deux", "trois"]) outbox.add("c1", word);
    expect(states(store)).toEqual(["queued", "queued", "queued"]);
    store.apply({ event: "status", status: "connected" });
    outbox.drain();
    await vi.waitFor(() => expect(states(store)).toEqual(["sent", "sent", "sent"]));
    expect(said(log)).toEqual(["un", "deux", "trois"]);
  });

  it("an answer lost on the way is asked for again and makes no second message", async () => {
    const [store, log] = [signedIn(), new Log()];
    const outbox = createOutbox({ store, storage, send: log.send });
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

  it("what a closed page left is sent by the next one", async () => {
    const log = new Log();
    createOutbox({ store: signedIn(), storage, send: log.send }).add("c1", "plus tard");
    await vi.waitFor(async () => expect(await storage.load("me")).toHaveLength(1));
    const store = signedIn();
    store.apply({ event: "status", status: "connected" });
    await createOutbox({ store, storage, send: log.send }).restore();
    await vi.waitFor(() => expect(said(log)).toEqual(["plus tard"]));
    await vi.waitFor(async () => expect(await storage.load("me")).toEqual([]));
  });

  it("a refused message stays, says why, and lets the next one through", async () => {
    const [store, log] = [signedIn(), new Log()];
    const outbox = createOutbox({ store, storage, send: log.send });
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
    createOutbox({ store, storage, send: log.send }).add("c1", "à moi");
    await vi.waitFor(async () => expect(await storage.load("me")).toHaveLength(1));
    expect(await storage.load("you")).toEqual([]);
    await storage.wipe("you");
    expect(await storage.load("me")).toHaveLength(1);
  });
});
