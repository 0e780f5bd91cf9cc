// SPDX-License-Identifier: Apache-2.0
import { Refused } from "./refused.js";

const LONGEST = 10_000;
const SHORTEST = 50;

/** Asks again where the server says after how long it wants to hear of it, for ten seconds in all. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = performance.now() + LONGEST; ; ) {
    try {
      return await ask();
    } catch (error) {
      const wait = error instanceof Refused && error.code === "rate_limited" ? error.retryAfterMs : undefined;
      if (wait === undefined || performance.now() + wait > end) throw error;
      // not all who wait at the same instant
      const more = Math.random() * Math.max(SHORTEST, wait);
      await new Promise((resolve) => setTimeout(resolve, wait + more));
    }
  }
}
