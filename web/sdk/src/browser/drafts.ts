// SPDX-License-Identifier: Apache-2.0
import type { DraftStorage } from "../drafts.js";
import type { Id } from "../shapes.js";

const PREFIX = "palabre.draft";

/** In the page storage, which has it at once. */
export function pageDrafts(pages: Storage): DraftStorage {
  const prefix = (person: Id) => `${PREFIX}.${person}.`;
  const keysOf = (person: Id) => Object.keys(pages).filter((key) => key.startsWith(prefix(person)));
  return {
    load: (person) =>
      new Map(keysOf(person).map((key) => [key.slice(prefix(person).length), pages.getItem(key) ?? ""])),
    save(person, conversationId, draft) {
      const key = prefix(person) + conversationId;
      try {
        if (draft === undefined) pages.removeItem(key);
        else pages.setItem(key, draft);
      } catch {
        // full, or forbidden: it lives as long as the page
      }
    },
    wipe(person) {
      for (const key of keysOf(person)) pages.removeItem(key);
    },
  };
}
