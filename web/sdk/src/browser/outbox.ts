// SPDX-License-Identifier: Apache-2.0
import type { OutboxStorage } from "../outbox/storage.js";
import type { Pending } from "../state/state.js";
import { type Database, keysOf } from "./database.js";

/** Keyed by person and client id; client ids sort by the time they were made. */
export function databaseOutbox(database: Database): OutboxStorage {
  return {
    load: (person) =>
      database.read("outbox", (store) => store.getAll(keysOf(person)) as IDBRequest<Pending[]>),
    save: (person, pending) =>
      database.write("outbox", (store) => store.put(pending, [person, pending.clientId])),
    remove: (person, clientId) => database.write("outbox", (store) => store.delete([person, clientId])),
    wipe: (person) => database.write("outbox", (store) => store.delete(keysOf(person))),
  };
}
