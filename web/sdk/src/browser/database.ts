// SPDX-License-Identifier: Apache-2.0

const NAME = "palabre";
const STORES = ["outbox", "files", "cache"] as const;
const VERSION = 2;

type StoreName = (typeof STORES)[number];

/** The browser's database; each of its stores is keyed by person first. */
export interface Database {
  /** Done in one transaction, and on the disk when this resolves. */
  write(store: StoreName, use: (store: IDBObjectStore) => void): Promise<void>;
  read<T>(store: StoreName, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T>;
}

export function database(factory: IDBFactory): Database {
  let opened: Promise<IDBDatabase> | undefined;
  const db = () => {
    opened ??= open(factory).then((one) => {
      // another tab has a newer program: let it have the database, and open it again when needed
      one.onversionchange = () => {
        one.close();
        opened = undefined;
      };
      return one;
    });
    return opened;
  };
  return {
    async write(store, use) {
      const transaction = (await db()).transaction(store, "readwrite", { durability: "strict" });
      use(transaction.objectStore(store));
      await finished(transaction);
    },
    async read(store, use) {
      const transaction = (await db()).transaction(store, "readonly");
      const request = use(transaction.objectStore(store));
      await finished(transaction);
      return request.result;
    },
  };
}

/** All keys that begin with this person. */
export function keysOf(person: string): IDBKeyRange {
  return IDBKeyRange.bound([person], [person, []]);
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const store of STORES)
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
