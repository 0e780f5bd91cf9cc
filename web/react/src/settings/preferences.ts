// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "../i18n/language.js";

export type Theme = "auto" | "light" | "dark";

/** What a person chose for themselves in this browser. */
export interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
  /** Whether what arrives may be heard; left out, it may. */
  readonly sounds?: boolean;
}
