// SPDX-License-Identifier: Apache-2.0
import type { CacheStorage } from "./caching.js";
import { noCache } from "./caching.js";
import type { DraftStorage } from "./drafts.js";
import type { FileStorage, OutboxStorage } from "./outbox/storage.js";
import { memoryFiles, memoryOutbox } from "./outbox/storage.js";
import type { Id } from "./shapes.js";

/** What outlives a page, a program, or nothing. */
export interface PalabreStorage {
  readonly outbox: OutboxStorage;
  readonly files: FileStorage;
  readonly drafts: DraftStorage;
  readonly cache: CacheStorage;
}

/** Gone with the process. */
export function memoryStorage(): PalabreStorage {
  return { outbox: memoryOutbox(), files: memoryFiles(), drafts: memoryDrafts(), cache: noCache() };
}

function memoryDrafts(): DraftStorage {
  const people = new Map<Id, Map<Id, string>>();
  return {
    load: (person) => new Map(people.get(person)),
    save(person, conversationId, draft) {
      const drafts = people.get(person) ?? new Map<Id, string>();
      people.set(person, drafts);
      if (draft === undefined) drafts.delete(conversationId);
      else drafts.set(conversationId, draft);
    },
    wipe: (person) => void people.delete(person),
  };
}
