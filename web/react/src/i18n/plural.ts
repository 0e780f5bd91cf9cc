// SPDX-License-Identifier: Apache-2.0

type Forms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** Picks the form that a language uses for a count. */
export function pluralIn(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
