// SPDX-License-Identifier: Apache-2.0

const ligatures: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", "’": "'" };

const segmenter = new Intl.Segmenter();

/** For comparing as people do: without case and accents, `œ` as `oe`. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œæß’]/g, (one) => ligatures[one] ?? one);
}

/** What a person perceives as the first character, whole even when it is an emoji. */
export function firstCharacter(text: string): string {
  const [first] = segmenter.segment(text);
  return first?.segment ?? "";
}

/** Nothing but one emoji: shown large. */
export function isSingleEmoji(text: string): boolean {
  // most texts have none, and to cut one into characters takes longer
  return /\p{Extended_Pictographic}/u.test(text) && firstCharacter(text) === text;
}
