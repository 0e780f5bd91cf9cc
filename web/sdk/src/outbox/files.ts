// SPDX-License-Identifier: Apache-2.0
import { newClientId } from "../ids.js";
import { Refused } from "../refused.js";
import type { Rest } from "../rest.js";
import type { Attachment } from "../shapes.js";
import type { Change } from "../state/change.js";
import { selfOf } from "../state/select.js";
import type { Pending, PendingFile, State } from "../state/state.js";
import type { Store } from "../store.js";
import type { Tabs } from "../tabs.js";
import type { FileStorage } from "./storage.js";
import { type Uploads, upload } from "./upload.js";

const AT_ONCE = 2;
const PAUSE_AFTER_FAILURE = 2_000;

/** A file as it is given to `send`. */
export interface FileToSend {
  readonly blob: Blob;
  readonly name: string;
  readonly kind?: Attachment["kind"];
  /** In seconds. */
  readonly duration?: number;
}

export interface FilesOptions {
  readonly store: Store<State, Change>;
  readonly storage: FileStorage;
  readonly rest: Uploads & Pick<Rest, "giveUpUpload">;
  readonly exclusive: Tabs["exclusive"];
  /** A message on its way is another now. */
  readonly onChanged: (clientId: string) => void;
}

/** The files of messages on their way: two at once, each going on where a cut or the end of a page stopped it. */
export function createFiles({ store, storage, rest, exclusive, onChanged }: FilesOptions) {
  const held = new Map<string, Blob>();
  const active = new Map<string, AbortController>();
  let later: ReturnType<typeof setTimeout> | undefined;
  const person = () => selfOf(store.get())?.id ?? "";

  function changed(clientId: string, key: string, change: Partial<PendingFile>) {
    store.apply({ event: "file_changed", clientId, key, change });
  }

  function drain(): void {
    if (store.get().status !== "connected") return;
    for (const pending of store.get().pending) {
      if (pending.state !== "queued") continue;
      for (const file of pending.files ?? [])
        if (!file.attachment && !active.has(file.key) && active.size < AT_ONCE) void bring(pending, file);
    }
  }

  /** As it is now: another tab may have brought it meanwhile. */
  function open(clientId: string, key: string): PendingFile | undefined {
    const pending = store.get().pending.find((one) => one.clientId === clientId);
    return pending?.files?.find((file) => file.key === key && !file.attachment);
  }

  async function bringNow(clientId: string, key: string, signal: AbortSignal): Promise<void> {
    const file = open(clientId, key);
    if (!file || signal.aborted) return;
    const attachment = await upload(rest, await blobOf(key), file, {
      signal,
      onBegun: (uploadId) => begun(clientId, key, uploadId),
      onProgress: (uploaded) => changed(clientId, key, { uploaded }),
    });
    changed(clientId, key, { attachment, uploaded: file.size });
    onChanged(clientId);
  }

  async function bring({ clientId }: Pending, file: PendingFile): Promise<void> {
    const stop = new AbortController();
    active.set(file.key, stop);
    try {
      await exclusive(`file ${file.key}`, () => bringNow(clientId, file.key, stop.signal));
    } catch (error) {
      active.delete(file.key);
      if (!stop.signal.aborted) return failed(clientId, file.key, error);
    }
    active.delete(file.key);
    drain();
  }

  function begun(clientId: string, key: string, uploadId: string) {
    changed(clientId, key, { uploadId });
    onChanged(clientId);
  }

  function failed(clientId: string, key: string, error: unknown) {
    if (error instanceof Refused && !error.retryable) {
      changed(clientId, key, { error: error.code });
      store.apply({ event: "send_failed", clientId, error: error.code });
      onChanged(clientId);
      drain();
    } else {
      clearTimeout(later);
      const wait = error instanceof Refused ? error.retryAfterMs : undefined;
      later = setTimeout(drain, wait ?? PAUSE_AFTER_FAILURE);
    }
  }

  async function blobOf(key: string): Promise<Blob> {
    const blob = held.get(key) ?? (await storage.load(person(), key).catch(() => undefined));
    if (!blob) throw new Refused("file_lost", "The file is not there any more.", false);
    return blob;
  }

  function forget(file: PendingFile) {
    active.get(file.key)?.abort();
    held.delete(file.key);
    storage.remove(person(), file.key).catch(() => undefined);
  }

  return {
    /** Takes files in; they are kept until their message is sent or given up. */
    take(files: readonly FileToSend[]): PendingFile[] {
      return files.map(({ blob, name, kind, duration }) => {
        const key = newClientId();
        held.set(key, blob);
        storage.save(person(), key, blob).catch(() => undefined);
        const more = { ...(kind && { kind }), ...(duration !== undefined && { duration }) };
        return { key, name, type: blob.type, size: blob.size, uploaded: 0, ...more };
      });
    },
    drain,
    blobOf,
    forget,
    /** Nobody wants it any more, not even the server. */
    giveUp(file: PendingFile) {
      forget(file);
      if (file.uploadId && !file.attachment) rest.giveUpUpload(file.uploadId).catch(() => undefined);
    },
    stop() {
      clearTimeout(later);
      for (const one of active.values()) one.abort();
    },
  };
}

/** Whether all its files are with the server, so that it may go. */
export function isReady(pending: Pending): boolean {
  return pending.files?.every((file) => file.attachment !== undefined) ?? true;
}
