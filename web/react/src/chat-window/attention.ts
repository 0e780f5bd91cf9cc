// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from "react";

/** Whether somebody is looking: the tab is visible and the window has the focus. */
export function useAttention(): boolean {
  return useSyncExternalStore(subscribe, attentive);
}

export function attentive(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("focus", listener);
  window.addEventListener("blur", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    window.removeEventListener("focus", listener);
    window.removeEventListener("blur", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}
