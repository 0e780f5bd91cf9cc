// SPDX-License-Identifier: Apache-2.0
import { Refused } from "./refused.js";

const LONGEST = 10_000;
const TRIES = 3;

/** Asks again where the server says after how long it wants to hear of it, if that is soon. */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const wait = error instanceof Refused && error.code === "rate_limited" ? error.retryAfterMs : undefined;
      if (wait === undefined || wait > LONGEST || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
