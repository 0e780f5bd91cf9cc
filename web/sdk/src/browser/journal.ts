// SPDX-License-Identifier: Apache-2.0

import type { OutboxStorage } from "../outbox/storage.js";
import type { Id } from "../shapes.js";
import type { Pending } from "../state/state.js";

const PREFIX = "palabre.outbox";
const MOST = 100;

/**
 * A bridge to a slower storage: each message is first written down at once, and struck out when the storage has it for
 * good. So a page that ends in the instant of sending loses nothing. Where the storage never takes it, at most a
 * hundred stay here.
 */
export function journaled(storage: OutboxStorage, pages: Storage): OutboxStorage {
  const prefix = (person: Id) => `${PREFIX} ${person} `;
  const keysOf = (person: Id) => Object.keys(pages).filter((key) => key.startsWith(prefix(person)));
  const strike = (person: Id, clientId: string) => pages.removeItem(prefix(person) + clientId);

  function write(person: Id, pending: Pending): void {
    try {
      if (keysOf(person).length < MOST)
        pages.setItem(prefix(person) + pending.clientId, JSON.stringify(pending));
    } catch {
      // full, or forbidden: the storage alone has to do
    }
  }

  function written(person: Id): Pending[] {
    return keysOf(person).flatMap((key) => {
      const text = pages.getItem(key);
      return text === null ? [] : [JSON.parse(text) as Pending];
    });
  }

  async function settle(person: Id, pending: Pending): Promise<void> {
    await storage.save(person, pending);
    strike(person, pending.clientId);
  }

  return {
    save(person, pending) {
      write(person, pending);
      return settle(person, pending);
    },
    async load(person) {
      const left = written(person);
      const kept = await storage.load(person).catch(() => []);
      for (const pending of left) void settle(person, pending).catch(() => undefined);
      return inOrder([...kept, ...left]);
    },
    remove(person, clientId) {
      strike(person, clientId);
      return storage.remove(person, clientId);
    },
    wipe(person) {
      for (const key of keysOf(person)) pages.removeItem(key);
      return storage.wipe(person);
    },
  };
}

/** As they were written (client ids sort by time), each once, the last said of it standing. */
function inOrder(all: readonly Pending[]): Pending[] {
  const each = new Map(all.map((pending) => [pending.clientId, pending]));
  return [...each.values()].sort((a, b) => (a.clientId < b.clientId ? -1 : 1));
}
