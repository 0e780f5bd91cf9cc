// SPDX-License-Identifier: Apache-2.0
import type { Id } from "../shapes.js";
import type { Pending } from "../state/state.js";
import { journaled } from "./journal.js";
import type { OutboxStorage } from "./storage.js";

const DATABASE = "palabre";
const STORE = "outbox";

/** What a browser keeps over the end of a page: its database, and for the time that takes, its page storage. */
export function browserOutbox(): OutboxStorage {
  return journaled(indexedDbOutbox(), localStorage);
}

/** In the browser's database, keyed by person and client id; client ids sort by the time they were made. */
export function indexedDbOutbox(factory: IDBFactory = indexedDB): OutboxStorage {
  let opened: Promise<IDBDatabase> | undefined;
  const database = () => (opened ??= open(factory));
  const of = (person: Id) => IDBKeyRange.bound([person], [person, []]);
  async function run<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await database()).transaction(STORE, mode, { durability: "strict" });
    const request = use(transaction.objectStore(STORE));
    await finished(transaction);
    return request.result;
  }
  return {
    load: (person) => run("readonly", (store) => store.getAll(of(person)) as IDBRequest<Pending[]>),
    save: async (person, pending) =>
      void (await run("readwrite", (store) => store.put(pending, [person, pending.clientId]))),
    remove: async (person, clientId) =>
      void (await run("readwrite", (store) => store.delete([person, clientId]))),
    wipe: async (person) => void (await run("readwrite", (store) => store.delete(of(person)))),
  };
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
