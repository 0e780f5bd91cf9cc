// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from "react";

const KEY = "palabre.signed-out";

/** Tells the other tabs that the session ended on purpose, by the person. */
export function rememberSignOut(): void {
  localStorage.setItem(KEY, "1");
}

export function forgetSignOut(): void {
  localStorage.removeItem(KEY);
}

/** Whether this person signed out, here or in another tab. */
export function useSignedOut(): boolean {
  return useSyncExternalStore(subscribe, () => localStorage.getItem(KEY) !== null);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
