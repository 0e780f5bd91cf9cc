// SPDX-License-Identifier: Apache-2.0
const MOST_BYTES = 16 * 1024;

/** How many bytes a message may still grow by; less than nothing when it is too long. */
export function bytesLeft(text: string): number {
  // most messages are far from it: three bytes at most for each unit
  if (text.length * 3 < MOST_BYTES / 2) return MOST_BYTES - text.length;
  return MOST_BYTES - new TextEncoder().encode(text).length;
}

/** How many characters more would fit, if they are like those that are there: of most scripts each takes several bytes. */
export function charactersLeft(text: string, bytes: number): number {
  const written = MOST_BYTES - bytes;
  return written === 0 ? bytes : Math.floor((bytes * [...text].length) / written);
}

/** How many characters have to go from the end for this many bytes to be gone. */
export function charactersOver(text: string, bytes: number): number {
  const encoder = new TextEncoder();
  let over = 0;
  let gone = 0;
  for (const character of [...text.slice(-bytes)].reverse()) {
    if (gone >= bytes) break;
    gone += encoder.encode(character).length;
    over++;
  }
  return over;
}
