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

/** Where the files of unsent messages do. */
export interface FileStorage {
  load(person: Id, key: string): Promise<Blob | undefined>;
  save(person: Id, key: string, blob: Blob): Promise<void>;
  remove(person: Id, key: string): Promise<void>;
  wipe(person: Id): Promise<void>;
}

/** For programs without a browser: gone with the process. */
export function memoryOutbox(): OutboxStorage {
  const people = new Map<Id, Map<string, Pending>>();
  return {
    load: async (person) => [...(people.get(person)?.values() ?? [])],
    save: async (person, pending) => void of(people, person).set(pending.clientId, pending),
    remove: async (person, clientId) => void people.get(person)?.delete(clientId),
    wipe: async (person) => void people.delete(person),
  };
}

export function memoryFiles(): FileStorage {
  const people = new Map<Id, Map<string, Blob>>();
  return {
    load: async (person, key) => people.get(person)?.get(key),
    save: async (person, key, blob) => void of(people, person).set(key, blob),
    remove: async (person, key) => void people.get(person)?.delete(key),
    wipe: async (person) => void people.delete(person),
  };
}

function of<T>(people: Map<Id, Map<string, T>>, person: Id): Map<string, T> {
  const known = people.get(person) ?? new Map<string, T>();
  people.set(person, known);
  return known;
}
