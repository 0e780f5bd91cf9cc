// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";

const EVERY = 60_000;
const SIGNS = ["pointerdown", "keydown", "wheel", "focus"] as const;

/**
 * Tells the server that somebody is at work here: once a minute while they are, and at once when they come back, so that
 * nobody is shown as away who is not. A program without a window is always at work.
 */
export function createActivity(request: Connection["request"]) {
  let last = Date.now();
  let told = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tell() {
    const now = Date.now();
    if (typeof window === "undefined") last = now;
    const idleMs = now - last;
    if (idleMs >= EVERY) return;
    told = now;
    void request("heartbeat", { idleMs }).catch(() => undefined);
  }

  function active() {
    last = Date.now();
    if (last - told >= EVERY) tell();
  }

  return {
    greeted() {
      if (timer !== undefined) return;
      timer = setInterval(tell, EVERY);
      told = Date.now();
      if (typeof window === "undefined") return;
      for (const sign of SIGNS) window.addEventListener(sign, active, { passive: true, capture: true });
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      if (typeof window === "undefined") return;
      for (const sign of SIGNS) window.removeEventListener(sign, active, { capture: true });
    },
  };
}
