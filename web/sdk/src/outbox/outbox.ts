// SPDX-License-Identifier: Apache-2.0
import { newClientId } from "../ids.js";
import { Refused } from "../refused.js";
import type { Id, Message } from "../shapes.js";
import type { Change } from "../state/change.js";
import { selfOf } from "../state/select.js";
import type { Pending, State } from "../state/state.js";
import type { Store } from "../store.js";
import type { OutboxStorage } from "./storage.js";

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
  wipe(): Promise<void>;
}

/** What a message may carry besides its words. */
export interface SendOptions {
  readonly replyTo?: Id;
  /** Members called by name. */
  readonly mentions?: readonly Id[];
}

export interface OutboxOptions {
  readonly store: Store<State, Change>;
  readonly storage: OutboxStorage;
  readonly send: (pending: Pending) => Promise<Message>;
}

export function createOutbox({ store, storage, send }: OutboxOptions): Outbox {
  const busy = new Set<Id>();
  const person = () => selfOf(store.get())?.id ?? "";
  const next = (id: Id) =>
    store.get().pending.find((one) => one.conversationId === id && one.state === "queued");

  async function drainConversation(id: Id): Promise<void> {
    if (busy.has(id)) return;
    busy.add(id);
    try {
      for (let one = next(id); one && store.get().status === "connected"; one = next(id)) {
        if (!(await sendOne(one))) return;
      }
    } finally {
      busy.delete(id);
    }
  }

  /** Whether the next one may follow. */
  async function sendOne(pending: Pending): Promise<boolean> {
    const { clientId } = pending;
    store.apply({ event: "sending", clientId });
    const outcome = await send(pending).catch((error: unknown) =>
      error instanceof Refused ? error : Refused.unreachable(),
    );
    if (!(outcome instanceof Refused)) {
      store.apply({ event: "sent", clientId, message: outcome });
      kept(storage.remove(person(), clientId));
      return true;
    }
    if (!outcome.retryable) {
      store.apply({ event: "send_failed", clientId, error: outcome.code });
      kept(storage.save(person(), { ...pending, state: "failed", error: outcome.code }));
      return true;
    }
    store.apply({ event: "send_postponed", clientId });
    setTimeout(drain, PAUSE_AFTER_REFUSAL);
    return false;
  }

  function drain(): void {
    const waiting = store.get().pending.filter((one) => one.state === "queued");
    for (const id of new Set(waiting.map((one) => one.conversationId))) void drainConversation(id);
  }

  return {
    add(conversationId, content, { replyTo, mentions } = {}) {
      const createdAt = new Date().toISOString();
      const pending: Pending = {
        clientId: newClientId(),
        conversationId,
        content,
        ...(replyTo && { replyTo }),
        ...(mentions && mentions.length > 0 && { mentions }),
        createdAt,
        state: "queued",
      };
      // written down before anybody can take the words off the screen
      kept(storage.save(person(), pending));
      store.apply({ event: "queued", pending: [pending] });
      drain();
      return pending;
    },
    async restore() {
      const left = await storage.load(person()).catch(() => []);
      store.apply({ event: "queued", pending: left });
      const open = new Set(store.get().pending.map((one) => one.clientId));
      for (const { clientId } of left) if (!open.has(clientId)) kept(storage.remove(person(), clientId));
      drain();
    },
    drain,
    retry(clientId) {
      store.apply({ event: "send_postponed", clientId });
      drain();
    },
    discard(clientId) {
      store.apply({ event: "discarded", clientId });
      kept(storage.remove(person(), clientId));
    },
    wipe: () => kept(storage.wipe(person())),
  };
}

/** A browser that refuses to store (a private window, a full disk) can still send. */
function kept(writing: Promise<void>): Promise<void> {
  return writing.catch(() => undefined);
}
