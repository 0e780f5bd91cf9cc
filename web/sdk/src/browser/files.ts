// SPDX-License-Identifier: Apache-2.0
import type { FileStorage } from "../outbox/storage.js";
import { type Database, keysOf } from "./database.js";

/** Keyed by person and file. */
export function databaseFiles(database: Database): FileStorage {
  return {
    load: (person, key) =>
      database.read("files", (store) => store.get([person, key]) as IDBRequest<Blob | undefined>),
    save: (person, key, blob) => database.write("files", (store) => store.put(blob, [person, key])),
    remove: (person, key) => database.write("files", (store) => store.delete([person, key])),
    wipe: (person) => database.write("files", (store) => store.delete(keysOf(person))),
  };
}
