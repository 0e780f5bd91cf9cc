// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { useCallback, useSyncExternalStore } from "react";
import { usePalabreState } from "../provider/PalabreProvider.js";

const PREFIX = "palabre.draft";
const listeners = new Set<() => void>();

/** What was typed and not sent, kept per person and conversation in this browser, over reloads and tabs. */
export function useDraft(conversationId: Id): [draft: string, keep: (text: string) => void] {
  const self = usePalabreState((state) => selfOf(state)?.id ?? "");
  const key = `${PREFIX}.${self}.${conversationId}`;
  const draft = useSyncExternalStore(subscribe, () => read(key));
  const keep = useCallback((text: string) => write(key, text), [key]);
  return [draft, keep];
}

/** Nothing that somebody typed stays behind when they sign out. */
export function forgetDrafts(person: Id): void {
  const mine = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}.${person}.`));
  for (const key of mine) localStorage.removeItem(key);
}

function read(key: string): string {
  return localStorage.getItem(key) ?? "";
}

function write(key: string, text: string): void {
  if (text === "") localStorage.removeItem(key);
  else localStorage.setItem(key, text);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
