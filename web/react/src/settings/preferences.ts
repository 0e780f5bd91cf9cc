// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "../i18n/language.js";

export type Theme = "auto" | "light" | "dark";

/** From one time of day to another, as `22:00`; the night between where the first is the later. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What a person chose for themselves in this browser. */
export interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
  /** Whether what arrives may be heard; left out, it may. */
  readonly sounds?: boolean;
  /** How loud, from 0 to 1; left out, half. */
  readonly volume?: number;
  /** Whether toasts say what was written; left out, they do. */
  readonly previews?: boolean;
  /** When nothing is heard and no toast comes. */
  readonly quiet?: QuietHours;
}

export const USUAL_VOLUME = 0.5;
export const USUAL_QUIET: QuietHours = { from: "22:00", to: "07:00" };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether nothing is to be heard or shown now. */
export function isQuiet(hours: QuietHours | undefined, now: Date): boolean {
  if (!hours || !TIME.test(hours.from) || !TIME.test(hours.to)) return false;
  const time = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
  const { from, to } = hours;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
