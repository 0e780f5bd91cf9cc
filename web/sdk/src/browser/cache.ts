// SPDX-License-Identifier: Apache-2.0
import type { CachedConversation, CacheHead, CacheStorage } from "../caching.js";
import type { Id, User } from "../shapes.js";
import { type Database, keysOf } from "./database.js";

const LAST = "palabre.person";
const HEAD = "head";
const CONVERSATION = "conversation";

/** Whether somebody signed in with this browser and did not sign out since: else there is no session to ask for. */
export function someoneWasHere(pages: Storage = localStorage): boolean {
  return pages.getItem(LAST) !== null;
}

/** Keyed by person and conversation; who was here last is in the page storage. */
export function databaseCache(database: Database, pages: Storage): CacheStorage {
  const conversations = (person: Id) => IDBKeyRange.bound([person, CONVERSATION], [person, CONVERSATION, []]);
  return {
    async load(person) {
      const head = await database.read(
        "cache",
        (store) => store.get([person, HEAD]) as IDBRequest<CacheHead | undefined>,
      );
      if (!head) return undefined;
      const kept = await database.read(
        "cache",
        (store) => store.getAll(conversations(person)) as IDBRequest<CachedConversation[]>,
      );
      return { head, conversations: kept };
    },
    save: (person, head, kept, gone) =>
      database.write("cache", (store) => {
        if (gone === "all") store.delete(conversations(person));
        else for (const id of gone) store.delete([person, CONVERSATION, id]);
        for (const one of kept) store.put(one, [person, CONVERSATION, one.entry.conversation.id]);
        store.put(head, [person, HEAD]);
      }),
    wipe: (person) => database.write("cache", (store) => store.delete(keysOf(person))),
    last() {
      const text = pages.getItem(LAST);
      return text === null ? undefined : (JSON.parse(text) as User);
    },
    remember(user) {
      try {
        if (user) pages.setItem(LAST, JSON.stringify(user));
        else pages.removeItem(LAST);
      } catch {
        // full, or forbidden: without a network nobody is known here
      }
    },
  };
}
