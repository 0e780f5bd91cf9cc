// SPDX-License-Identifier: Apache-2.0

const FIRST = 400;
/** Somebody looks at it. */
const LONGEST = 5_000;
/** Nobody does; whoever comes to look is a try of its own. */
const LONGEST_UNWATCHED = 20_000;

/**
 * How long to wait before the n-th try in a row (from 0), in milliseconds: doubling, and anywhere in the upper half of
 * that, so that a thousand clients of one restarted server do not come back at the same instant.
 */
export function backoff(tries: number, watched: boolean, random: () => number = Math.random): number {
  const full = Math.min(watched ? LONGEST : LONGEST_UNWATCHED, FIRST * 2 ** tries);
  return Math.round(full / 2 + (random() * full) / 2);
}
