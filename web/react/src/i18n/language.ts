// SPDX-License-Identifier: Apache-2.0
import type { Dates } from "./dates.js";
import { datesIn } from "./dates.js";
import type { Catalogue } from "./en.js";
import { en } from "./en.js";
import { fr } from "./fr.js";

export type Locale = "fr" | "en";

/** A language's own name, as its speakers look for it. */
export const localeNames: Record<Locale, string> = { fr: "Français", en: "English" };

export interface Language {
  readonly locale: Locale;
  readonly words: Catalogue;
  readonly dates: Dates;
}

const catalogues: Record<Locale, Catalogue> = { fr, en };

export function languageOf(locale: Locale): Language {
  const words = catalogues[locale];
  return { locale, words, dates: datesIn(locale === "en" ? "en-GB" : locale, words) };
}

/** The first of the person's languages that there are words for. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const [primary] = language.toLowerCase().split("-");
    if (primary === "fr" || primary === "en") return primary;
  }
  return "en";
}
