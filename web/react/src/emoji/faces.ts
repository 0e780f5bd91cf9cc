// SPDX-License-Identifier: Apache-2.0

/** Faces made of punctuation, and what they mean. */
const faces: Readonly<Record<string, string>> = {
  ":)": "🙂",
  ":-)": "🙂",
  ":(": "🙁",
  ":-(": "🙁",
  ":D": "😄",
  ":-D": "😄",
  ";)": "😉",
  ";-)": "😉",
  ":p": "😛",
  ":P": "😛",
  ":o": "😮",
  ":O": "😮",
  ":'(": "😢",
  ":*": "😘",
  "<3": "❤️",
};

/** A face typed just before `caret` and ended by a space becomes an emoji; the text and the caret after that. */
export function withFace(text: string, caret: number): { text: string; caret: number } | undefined {
  if (!/\s/.test(text[caret - 1] ?? "")) return undefined;
  const word = /(?:^|\s)(\S{2,3})\s$/.exec(text.slice(Math.max(0, caret - 6), caret))?.[1] ?? "";
  const emoji = Object.hasOwn(faces, word) ? faces[word] : undefined;
  return emoji === undefined ? undefined : replaced(text, caret - 1 - word.length, caret - 1, emoji, 1);
}

/** The same at the end of a message, where no space follows. */
export function withLastFace(text: string): string {
  const word = /(?:^|\s)(\S{2,3})$/.exec(text)?.[1] ?? "";
  const emoji = Object.hasOwn(faces, word) ? faces[word] : undefined;
  return emoji ? text.slice(0, -word.length) + emoji : text;
}

/** A stretch of a text put in place of another, with the caret behind it. */
export function replaced(text: string, from: number, to: number, by: string, beyond = 0) {
  return { text: text.slice(0, from) + by + text.slice(to), caret: from + by.length + beyond };
}
