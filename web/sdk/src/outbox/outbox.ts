// SPDX-License-Identifier: Apache-2.0
import { newClientId } from "../ids.js";
import { Refused } from "../refused.js";
import type { Id, Message } from "../shapes.js";
import type { Change } from "../state/change.js";
import { selfOf } from "../state/select.js";
import type { Pending, PendingFile, State } from "../state/state.js";
import type { PalabreStorage } from "../storage.js";
import type { Store } from "../store.js";
import type { Tabs } from "../tabs.js";
import { createFiles, type FilesOptions, type FileToSend, isReady } from "./files.js";

const PAUSE_AFTER_REFUSAL = 2_000;

/**
 * Messages on their way. In a conversation they go one after the other, so they arrive as they were written; one that
 * may or may not have arrived is sent again under the same client id, which the server takes once.
 */
export interface Outbox {
  add(conversationId: Id, content: string, more?: SendOptions): Pending;
  /** Takes up what an earlier page left unsent. */
  restore(): Promise<void>;
  drain(): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Takes a file out of a message on its way. */
  dropFile(clientId: string, key: string): void;
  fileOf(key: string): Promise<Blob | undefined>;
  stop(): void;
  wipe(): Promise<void>;
}

/** What a message may carry besides its words. */
export interface SendOptions {
  readonly replyTo?: Id;
  /** Members called by name. */
  readonly mentions?: readonly Id[];
  /** At most ten; the message goes when they are there, and other messages do not wait for it. */
  readonly files?: readonly FileToSend[];
}

export interface OutboxOptions {
  readonly store: Store<State, Change>;
  readonly storage: Pick<PalabreStorage, "outbox" | "files">;
  readonly rest: FilesOptions["rest"];
  readonly send: (pending: Pending) => Promise<Message>;
  /** Keeps other tabs from doing the same; left out, there are none. */
  readonly exclusive?: Tabs["exclusive"];
}

export function createOutbox({ store, storage, rest, send, exclusive = alone }: OutboxOptions): Outbox {
  /** Conversations being sent to; `again`: something came while that was ending. */
  const busy = new Map<Id, "once" | "again">();
  const person = () => selfOf(store.get())?.id ?? "";
  let quiet = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const find = (clientId: string) => store.get().pending.find((one) => one.clientId === clientId);
  // a message whose files are not there yet lets others pass
  const next = (id: Id) =>
    store.get().pending.find((one) => one.conversationId === id && one.state === "queued" && isReady(one));
  const files = createFiles({ store, storage: storage.files, rest, exclusive, onChanged });

  function onChanged(clientId: string) {
    keep(clientId);
    drain();
  }

  function keep(clientId: string) {
    const pending = find(clientId);
    if (pending) kept(storage.outbox.save(person(), pending));
  }

  /** Tries again; where the server says after how long, nothing is sent before. */
  function later(retryAfterMs: number | undefined) {
    clearTimeout(waiting);
    quiet ||= retryAfterMs !== undefined;
    waiting = setTimeout(() => {
      quiet = false;
      drain();
    }, retryAfterMs ?? PAUSE_AFTER_REFUSAL);
  }

  /** `written`: here, just now. With nothing before it, it goes at once; other tabs wait for it behind the lock. */
  async function drainConversation(id: Id, written?: Pending): Promise<void> {
    if (busy.has(id)) {
      busy.set(id, "again");
      return;
    }
    let gone: Promise<boolean> | undefined;
    const sendRest = async () => {
      if (gone === undefined || (await gone)) await sendAll(id);
      gone = undefined;
    };
    do {
      busy.set(id, "once");
      const turn = exclusive(`outbox ${id}`, sendRest).catch(() => undefined);
      if (written && mayGo() && next(id)?.clientId === written.clientId) gone = sendOne(written);
      await turn;
    } while (busy.get(id) === "again");
    busy.delete(id);
  }

  async function sendAll(id: Id): Promise<void> {
    for (let one = next(id); one && mayGo(); one = next(id)) if (!(await sendOne(one))) return;
  }

  const mayGo = () => store.get().status === "connected" && !quiet;

  /** Whether the next one may follow. */
  async function sendOne(pending: Pending): Promise<boolean> {
    const { clientId } = pending;
    store.apply({ event: "sending", clientId });
    const outcome = await send(pending).catch((error: unknown) =>
      error instanceof Refused ? error : Refused.unreachable(),
    );
    if (!(outcome instanceof Refused)) {
      store.apply({ event: "sent", clientId, message: outcome });
      forget(pending);
      return true;
    }
    if (!outcome.retryable) {
      store.apply({ event: "send_failed", clientId, error: outcome.code });
      kept(storage.outbox.save(person(), { ...pending, state: "failed", error: outcome.code }));
      return true;
    }
    store.apply({ event: "send_postponed", clientId });
    later(outcome.retryAfterMs);
    return false;
  }

  function forget(pending: Pending): void {
    kept(storage.outbox.remove(person(), pending.clientId));
    for (const file of pending.files ?? []) files.forget(file);
  }

  function discard(clientId: string): void {
    const pending = find(clientId);
    store.apply({ event: "discarded", clientId });
    kept(storage.outbox.remove(person(), clientId));
    for (const file of pending?.files ?? []) files.giveUp(file);
  }

  function drain(): void {
    files.drain();
    const waiting = store.get().pending.filter((one) => one.state === "queued");
    for (const id of new Set(waiting.map((one) => one.conversationId))) void drainConversation(id);
  }

  return {
    add(conversationId, content, more = {}) {
      const pending = pendingOf(conversationId, content, more, files.take(more.files ?? []));
      // written down before anybody can take the words off the screen
      kept(storage.outbox.save(person(), pending));
      store.apply({ event: "queued", pending: [pending] });
      files.drain();
      void drainConversation(conversationId, pending);
      return pending;
    },
    async restore() {
      const left = await storage.outbox.load(person()).catch(() => []);
      store.apply({ event: "queued", pending: left });
      for (const pending of left) if (!find(pending.clientId)) forget(pending);
      drain();
    },
    drain,
    retry(clientId) {
      store.apply({ event: "send_postponed", clientId });
      keep(clientId);
      drain();
    },
    discard,
    dropFile(clientId, key) {
      const pending = find(clientId);
      const file = pending?.files?.find((one) => one.key === key);
      if (!pending || !file) return;
      files.giveUp(file);
      if (pending.files?.length === 1 && pending.content === "") return discard(clientId);
      store.apply({ event: "file_dropped", clientId, key });
      onChanged(clientId);
    },
    fileOf: (key) => files.blobOf(key).catch(() => undefined),
    async wipe() {
      await kept(storage.outbox.wipe(person()));
      await kept(storage.files.wipe(person()));
    },
    stop() {
      clearTimeout(waiting);
      quiet = false;
      files.stop();
    },
  };
}

const alone: Tabs["exclusive"] = (_, run) => run();

function pendingOf(
  conversationId: Id,
  content: string,
  { replyTo, mentions }: SendOptions,
  files: readonly PendingFile[],
): Pending {
  return {
    clientId: newClientId(),
    conversationId,
    content,
    ...(replyTo && { replyTo }),
    ...(mentions && mentions.length > 0 && { mentions }),
    ...(files.length > 0 && { files }),
    createdAt: new Date().toISOString(),
    state: "queued",
  };
}

/** A browser that refuses to store (a private window, a full disk) can still send. */
function kept(writing: Promise<void>): Promise<void> {
  return writing.catch(() => undefined);
}
