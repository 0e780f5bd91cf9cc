// SPDX-License-Identifier: Apache-2.0
import type { PalabreStorage } from "../storage.js";
import { databaseCache } from "./cache.js";
import { database } from "./database.js";
import { pageDrafts } from "./drafts.js";
import { databaseFiles } from "./files.js";
import { journaled } from "./journal.js";
import { databaseOutbox } from "./outbox.js";

/** What a browser keeps over the end of a page: its database, and for what has to be there at once its page storage. */
export function browserStorage(): PalabreStorage {
  const db = database(indexedDB);
  return {
    outbox: journaled(databaseOutbox(db), localStorage),
    files: databaseFiles(db),
    cache: databaseCache(db, localStorage),
    drafts: pageDrafts(localStorage),
  };
}
