// SPDX-License-Identifier: Apache-2.0
import { Refused } from "./refused.js";
import type { Rest } from "./rest.js";
import type { Id } from "./shapes.js";
import type { Change } from "./state/change.js";
import { draftOf, selfOf } from "./state/select.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

const TOGETHER = 1_000;

/** Where what is being typed outlives the page, at once; one person never sees another's. */
export interface DraftStorage {
  load(person: Id): ReadonlyMap<Id, string>;
  /** Nothing typed is undefined; an empty text is a draft that was emptied. */
  save(person: Id, conversationId: Id, draft: string | undefined): void;
  wipe(person: Id): void;
}

export interface DraftActions {
  /** Keeps what is typed: on this page at once, with the server for one's other devices a second later. */
  saveDraft(conversationId: Id, draft: string): void;
}

export interface Drafts extends DraftActions {
  restore(): void;
  /** Tells what a cut kept from the server. */
  flush(): void;
  /** All that is not with the server yet has been told, or cannot be. */
  told(): Promise<void>;
  stop(): void;
}

export function createDrafts(store: Store<State, Change>, rest: Rest, storage: DraftStorage): Drafts {
  const person = () => selfOf(store.get())?.id ?? "";
  const waiting = new Map<Id, ReturnType<typeof setTimeout>>();

  function keep(conversationId: Id, draft: string | undefined) {
    storage.save(person(), conversationId, draft);
    store.apply({ event: "drafted", conversationId, draft });
  }

  async function tell(conversationId: Id): Promise<void> {
    clearTimeout(waiting.get(conversationId));
    waiting.delete(conversationId);
    const draft = store.get().drafts.get(conversationId);
    if (draft === undefined || store.get().status !== "connected") return;
    const refused = await rest.changeMe(conversationId, { draft }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refused !== undefined && !(refused instanceof Refused && !refused.retryable)) return;
    if (store.get().drafts.get(conversationId) !== draft) return;
    if (refused === undefined) store.apply({ event: "me_changed", conversationId, change: { draft } });
    if (refused === undefined) keep(conversationId, undefined);
  }

  function soon(conversationId: Id) {
    clearTimeout(waiting.get(conversationId));
    waiting.set(
      conversationId,
      setTimeout(() => void tell(conversationId), TOGETHER),
    );
  }

  return {
    saveDraft(conversationId, draft) {
      if (draftOf(store.get(), conversationId) === draft) return;
      keep(conversationId, draft);
      soon(conversationId);
    },
    restore() {
      store.apply({ event: "drafts_restored", drafts: storage.load(person()) });
    },
    flush() {
      for (const id of store.get().drafts.keys()) soon(id);
    },
    async told() {
      await Promise.all([...store.get().drafts.keys()].map(tell));
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
