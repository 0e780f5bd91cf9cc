// SPDX-License-Identifier: Apache-2.0
import { folded } from "../text.js";

export type Mark = readonly [start: number, end: number];

/** The words that are looked for, as they are compared. */
export function termsOf(search: string): readonly string[] {
  return folded(search.trim()).split(/\s+/).filter(Boolean);
}

/** Where a text says one of these words, case and accents aside; from and to in it, in order and apart. */
export function marksIn(text: string, terms: readonly string[]): readonly Mark[] {
  if (terms.length === 0) return [];
  let compared = "";
  const places: Mark[] = [];
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const plain = folded(segment);
    compared += plain;
    for (let unit = 0; unit < plain.length; unit++) places.push([index, index + segment.length]);
  }
  const found: Mark[] = [];
  for (const term of terms)
    for (let at = compared.indexOf(term); at >= 0; at = compared.indexOf(term, at + term.length)) {
      const [start = 0] = places[at] ?? [];
      const [, end = start] = places[at + term.length - 1] ?? [];
      found.push([start, end]);
    }
  return apart(found.sort(([a], [b]) => a - b));
}

function apart(marks: readonly Mark[]): readonly Mark[] {
  const joined: [number, number][] = [];
  for (const [start, end] of marks) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
