// SPDX-License-Identifier: Apache-2.0

/** A value that changes, seen from outside. */
export interface Readable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** The whole state in one place; it changes by reducing, never by hand. */
export interface Store<T, C> extends Readable<T> {
  apply(change: C): void;
}

export function createStore<T, C>(initial: T, reduce: (state: T, change: C) => T): Store<T, C> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply(change) {
      const next = reduce(state, change);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
