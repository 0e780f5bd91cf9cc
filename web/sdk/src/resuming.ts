// SPDX-License-Identifier: Apache-2.0
import { backoff } from "./connection/backoff.js";
import { isWatched, onWake } from "./connection/wake.js";
import { Refused } from "./refused.js";
import type { User } from "./shapes.js";

/** Asks who one is, and goes on asking for as long as the server does not answer. */
export interface Resuming {
  ask(): Promise<User | undefined>;
  stop(): void;
}

export function createResuming(
  ask: () => Promise<User | undefined>,
  onUnreachable: (why: Refused) => void,
): Resuming {
  let asking: Promise<User | undefined> | undefined;
  let tries = 0;
  /** What was asked before somebody signed in or left is no answer any more. */
  let round = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | undefined;

  function stop() {
    round++;
    clearTimeout(waiting);
    waiting = undefined;
    unwatch?.();
    unwatch = undefined;
    tries = 0;
  }

  async function once(): Promise<User | undefined> {
    clearTimeout(waiting);
    waiting = undefined;
    const mine = round;
    try {
      const user = await ask();
      if (round === mine) stop();
      return user;
    } catch (error) {
      if (!(error instanceof Refused) || !error.retryable) throw error;
      if (round !== mine) return undefined;
      unwatch ??= onWake(() => void again());
      waiting = setTimeout(() => void again(), backoff(tries++, isWatched()));
      onUnreachable(error);
      return undefined;
    }
  }

  function again() {
    asking ??= once().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return { ask: again, stop };
}
