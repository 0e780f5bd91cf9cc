// SPDX-License-Identifier: Apache-2.0
import { firstCharacter } from "../text.js";

const particles = new Set([
  "de",
  "du",
  "des",
  "la",
  "le",
  "les",
  "da",
  "di",
  "van",
  "von",
  "der",
  "el",
  "al",
  "the",
  "of",
]);

/** One or two letters: of the first and the last word that count. */
export function initials(name: string): string {
  const words = name
    .replace(/[()[\]"«»]/g, " ")
    .split(/[\s'’]+/)
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const main = words.filter((word) => !particles.has(word.toLowerCase()));
  const chosen = main.length > 0 ? main : words;
  const letters = chosen.length > 1 ? [chosen[0], chosen.at(-1)] : chosen;
  return letters.map((word) => firstCharacter(word ?? "").toLocaleUpperCase()).join("");
}

/** One of `count` colours, always the same for the same id. */
export function hueOf(id: string, count: number): number {
  let hash = 0;
  for (const character of id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % count;
}
