// SPDX-License-Identifier: Apache-2.0
import type { Id } from "../shapes.js";
import type { Pending } from "../state/state.js";

/** Where unsent messages outlive the page; one person never sees another's. */
export interface OutboxStorage {
  load(person: Id): Promise<Pending[]>;
  save(person: Id, pending: Pending): Promise<void>;
  remove(person: Id, clientId: string): Promise<void>;
  wipe(person: Id): Promise<void>;
}

/** For programs without a browser: gone with the process. */
export function memoryOutbox(): OutboxStorage {
  const people = new Map<Id, Map<string, Pending>>();
  const of = (person: Id) => people.get(person) ?? people.set(person, new Map()).get(person);
  return {
    load: async (person) => [...(of(person)?.values() ?? [])],
    save: async (person, pending) => void of(person)?.set(pending.clientId, pending),
    remove: async (person, clientId) => void of(person)?.delete(clientId),
    wipe: async (person) => void people.delete(person),
  };
}
