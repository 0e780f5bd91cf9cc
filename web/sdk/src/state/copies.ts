// SPDX-License-Identifier: Apache-2.0

/** The copies made since a batch began: nobody else has seen them, so they may still be written to. */
let ours: WeakSet<object> | undefined;

/**
 * Many changes at once: each map and list is copied by the first of them and not again by the others. From outside it is
 * the same as one after the other.
 */
export function together<T>(run: () => T): T {
  if (ours) return run();
  ours = new WeakSet();
  try {
    return run();
  } finally {
    ours = undefined;
  }
}

export function withKey<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return copied(map).set(key, value);
}

export function withoutKey<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const copy = copied(map);
  copy.delete(key);
  return copy;
}

export function withLast<T>(list: readonly T[], item: T): readonly T[] {
  if (ours?.has(list)) {
    (list as T[]).push(item);
    return list;
  }
  const copy = [...list, item];
  ours?.add(copy);
  return copy;
}

function copied<K, V>(map: ReadonlyMap<K, V>): Map<K, V> {
  if (ours?.has(map)) return map as Map<K, V>;
  const copy = new Map(map);
  ours?.add(copy);
  return copy;
}
