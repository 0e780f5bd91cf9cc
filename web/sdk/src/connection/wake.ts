// SPDX-License-Identifier: Apache-2.0

/** Calls when the machine says that it has no network any more: sooner than a silent socket would show it. */
export function onCut(cut: () => void): () => void {
  if (typeof window === "undefined") return () => {};
  window.addEventListener("offline", cut);
  return () => window.removeEventListener("offline", cut);
}

/** Whether somebody may be looking: outside a browser, somebody always is. */
export function isWatched(): boolean {
  return typeof document === "undefined" || document.visibilityState === "visible";
}

/** Calls when the network, the window or the machine may have come back. Outside a browser, never. */
export function onWake(wake: () => void): () => void {
  if (typeof window === "undefined") return () => {};
  const visible = () => document.visibilityState === "visible" && wake();
  window.addEventListener("online", wake);
  window.addEventListener("focus", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", visible);
  return () => {
    window.removeEventListener("online", wake);
    window.removeEventListener("focus", wake);
    window.removeEventListener("pageshow", wake);
    document.removeEventListener("visibilitychange", visible);
  };
}
