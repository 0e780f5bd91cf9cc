// SPDX-License-Identifier: Apache-2.0
import type { Catalogue } from "./en.js";

/** Times as people say them, in their language and time zone. */
export interface Dates {
  /** 09:42 */
  time(iso: string): string;
  /** Today: 09:42; then Yesterday, Tuesday, 12/11. */
  short(iso: string, now?: Date): string;
  /** Today, Yesterday, Tuesday, 12 November 2026. */
  day(iso: string, now?: Date): string;
  /** Tuesday 17 November 2026 at 09:42 */
  full(iso: string): string;
  /** 5 minutes ago */
  ago(iso: string, now?: Date): string;
}

export function datesIn(locale: string, words: Catalogue): Dates {
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long" });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit" });
  const dayMonthYear = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "2-digit" });
  const long = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

  function recent(date: Date, now: Date): string | undefined {
    const days = daysBetween(date, now);
    if (days === 1) return words.yesterday;
    return days > 1 && days < 7 ? capitalised(weekday.format(date), locale) : undefined;
  }

  return {
    time: (iso) => clock.format(new Date(iso)),
    short(iso, now = new Date()) {
      const date = new Date(iso);
      if (daysBetween(date, now) <= 0) return clock.format(date);
      const format = date.getFullYear() === now.getFullYear() ? dayMonth : dayMonthYear;
      return recent(date, now) ?? format.format(date);
    },
    day(iso, now = new Date()) {
      const date = new Date(iso);
      if (daysBetween(date, now) <= 0) return words.today;
      return recent(date, now) ?? long.format(date);
    },
    full: (iso) => full.format(new Date(iso)),
    ago(iso, now = new Date()) {
      const minutes = Math.round((now.getTime() - new Date(iso).getTime()) / 60_000);
      if (minutes < 60) return relative.format(-Math.max(0, minutes), "minute");
      if (minutes < 24 * 60) return relative.format(-Math.round(minutes / 60), "hour");
      return relative.format(-Math.round(minutes / (24 * 60)), "day");
    },
  };
}

/** Calendar days in the local time zone, whatever their length in hours. */
export function daysBetween(earlier: Date, later: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000);
}

/** A day of the local time zone, as the times at which it begins and ends. */
export interface Day {
  readonly from: string;
  readonly until: string;
}

export function dayOf(iso: string): Day {
  const at = new Date(iso);
  const midnight = (days: number) =>
    new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).toISOString();
  return { from: midnight(0), until: midnight(1) };
}

function capitalised(word: string, locale: string): string {
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}
