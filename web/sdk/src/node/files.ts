// SPDX-License-Identifier: Apache-2.0
/// <reference types="node" />
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileStorage, OutboxStorage } from "../outbox/storage.js";
import type { Id } from "../shapes.js";
import type { Pending } from "../state/state.js";
import { memoryStorage, type PalabreStorage } from "../storage.js";

/** For programs: what is unsent stays in a folder, a file a message, readable by its owner only. */
export function folderStorage(folder: string): PalabreStorage {
  const inTurn = turns();
  return { ...memoryStorage(), outbox: folderOutbox(folder, inTurn), files: folderFiles(folder, inTurn) };
}

type InTurn = (work: () => Promise<void>) => Promise<void>;

function folderOutbox(folder: string, inTurn: InTurn): OutboxStorage {
  const place = (person: Id) => join(folder, encodeURIComponent(person), "outbox");
  return {
    async load(person) {
      const names = await readdir(place(person)).catch(() => []);
      const whole = names.filter((name) => name.endsWith(".json")).sort();
      const texts = await Promise.all(whole.map((name) => readFile(join(place(person), name), "utf8")));
      return texts.map((text) => JSON.parse(text) as Pending);
    },
    save: (person, pending) =>
      inTurn(() => write(place(person), `${pending.clientId}.json`, JSON.stringify(pending))),
    remove: (person, clientId) => inTurn(() => rm(join(place(person), `${clientId}.json`), { force: true })),
    wipe: (person) => inTurn(() => rm(place(person), { recursive: true, force: true })),
  };
}

function folderFiles(folder: string, inTurn: InTurn): FileStorage {
  const place = (person: Id) => join(folder, encodeURIComponent(person), "files");
  return {
    async load(person, key) {
      const bytes = await readFile(join(place(person), key)).catch(() => undefined);
      return bytes && new Blob([new Uint8Array(bytes)]);
    },
    save: (person, key, blob) =>
      inTurn(async () => write(place(person), key, new Uint8Array(await blob.arrayBuffer()))),
    remove: (person, key) => inTurn(() => rm(join(place(person), key), { force: true })),
    wipe: (person) => inTurn(() => rm(place(person), { recursive: true, force: true })),
  };
}

/** One after the other, so that what is removed is not written after. */
function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Whole or not at all: a name of its own first, then the one that counts. */
async function write(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${name}`);
  await writeFile(draft, content, { mode: 0o600, flush: true });
  await rename(draft, join(folder, name));
}
