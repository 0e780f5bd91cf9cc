// SPDX-License-Identifier: Apache-2.0
import type { CompactEmoji } from "emojibase";
import type { Locale } from "../i18n/language.js";
import { folded } from "../text.js";

export interface Emoji {
  readonly text: string;
  /** In the person's language. */
  readonly name: string;
  /** By skin tone, lightest first; absent where there is no skin. */
  readonly tones?: readonly string[];
  /** What it is found by, without case and accents. */
  readonly terms: string;
  /** As in `:smile:`. */
  readonly codes: readonly string[];
}

export const groupNames = [
  "smileys",
  "people",
  "animals",
  "food",
  "travel",
  "activities",
  "objects",
  "symbols",
  "flags",
] as const;
export type GroupName = (typeof groupNames)[number];

export interface EmojiGroup {
  readonly name: GroupName;
  readonly emoji: readonly Emoji[];
}

/** The group numbers of the data; 2 holds skin tones alone, which are nothing to pick. */
const numbers: Record<GroupName, number> = {
  smileys: 0,
  people: 1,
  animals: 3,
  food: 4,
  travel: 5,
  activities: 6,
  objects: 7,
  symbols: 8,
  flags: 9,
};

const loaded = new Map<Locale, Promise<readonly EmojiGroup[]>>();

/** All emoji that this browser knows, fetched when they are first wanted. */
export function loadEmoji(locale: Locale): Promise<readonly EmojiGroup[]> {
  const held = loaded.get(locale) ?? fetched(locale);
  loaded.set(locale, held);
  // without a network just now: asked for again the next time
  held.catch(() => loaded.delete(locale));
  return held;
}

async function fetched(locale: Locale): Promise<readonly EmojiGroup[]> {
  const [data, codes] = await Promise.all([
    locale === "fr" ? import("emojibase-data/fr/compact.json") : import("emojibase-data/en/compact.json"),
    import("emojibase-data/en/shortcodes/github.json"),
  ]);
  const known = (data.default as CompactEmoji[]).filter(({ unicode }) => isKnown(unicode));
  const byCode = codes.default as Record<string, string | string[]>;
  return groupNames.map((name) => ({
    name,
    emoji: known
      .filter(({ group }) => group === numbers[name])
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map((one) => emojiOf(one, [byCode[one.hexcode] ?? []].flat())),
  }));
}

function emojiOf({ label, unicode, tags = [], skins }: CompactEmoji, codes: readonly string[]): Emoji {
  const tones = skins?.slice(0, 5).map((skin) => skin.unicode);
  return {
    text: unicode,
    name: label,
    terms: folded([label, ...tags, ...codes].join(" ")),
    codes,
    ...(tones?.length === 5 && { tones }),
  };
}

/** Newer ones would be shown as an empty box. */
function isKnown(text: string): boolean {
  return /^\p{RGI_Emoji}$/v.test(text);
}

/** Those that a word finds, the names that begin with it first. */
export function findEmoji(groups: readonly EmojiGroup[], search: string, most = 60): readonly Emoji[] {
  const term = folded(search.trim());
  const all = groups.flatMap((group) => group.emoji).filter((one) => one.terms.includes(term));
  const rank = (one: Emoji) =>
    one.codes.includes(term)
      ? 0
      : one.codes.some((code) => code.startsWith(term))
        ? 1
        : one.terms.startsWith(term)
          ? 2
          : 3;
  return all.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

/** The emoji of `:code:`. */
export function emojiByCode(groups: readonly EmojiGroup[], code: string): Emoji | undefined {
  for (const { emoji } of groups) {
    const one = emoji.find(({ codes }) => codes.includes(code));
    if (one) return one;
  }
  return undefined;
}

export function inTone(emoji: Emoji, tone: number): string {
  return emoji.tones?.[tone - 1] ?? emoji.text;
}
