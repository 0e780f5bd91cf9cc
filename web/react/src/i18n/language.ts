// SPDX-License-Identifier: Apache-2.0
import type { Dates } from "./dates.js";
import { datesIn } from "./dates.js";
import type { Catalogue } from "./en.js";

export type Locale = "fr" | "en";

/** A language's own name, as its speakers look for it. */
export const localeNames: Record<Locale, string> = { fr: "Français", en: "English" };

export interface Language {
  readonly locale: Locale;
  readonly words: Catalogue;
  readonly dates: Dates;
}

const catalogues: Record<Locale, () => Promise<Catalogue>> = {
  fr: () => import("./fr.js").then(({ fr }) => fr),
  en: () => import("./en.js").then(({ en }) => en),
};
const loaded = new Map<Locale, Language>();

/** A language's words are fetched when they are first wanted. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  const held = loaded.get(locale);
  if (held) return held;
  const words = await catalogues[locale]();
  const language = { locale, words, dates: datesIn(locale === "en" ? "en-GB" : locale, words) };
  loaded.set(locale, language);
  return language;
}

/** The language, if its words are here. */
export function languageOf(locale: Locale): Language | undefined {
  return loaded.get(locale);
}

/** The first of the person's languages that there are words for. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const [primary] = language.toLowerCase().split("-");
    if (primary === "fr" || primary === "en") return primary;
  }
  return "en";
}
