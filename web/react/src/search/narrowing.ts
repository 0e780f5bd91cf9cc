// SPDX-License-Identifier: Apache-2.0
import type { Id, SearchFor } from "@palabre/sdk";

/** Among which messages one searches: by whom, and between which days, as `2026-03-01`, both included. */
export interface Narrowing {
  readonly senderId?: Id;
  readonly from?: string;
  readonly to?: string;
}

/** What was searched for, where it led somewhere. */
export interface SearchedTo {
  readonly term: string;
  readonly narrowing: Narrowing;
}

/** All messages. */
export const WIDE: Narrowing = {};

export function isNarrow({ senderId, from, to }: Narrowing): boolean {
  return Boolean(senderId ?? from ?? to);
}

/** As the server is asked: the days begin and end where the person is. */
export function asked({ senderId, from, to }: Narrowing): Pick<SearchFor, "senderId" | "since" | "until"> {
  const since = beginning(from, 0);
  const until = beginning(to, 1);
  return { ...(senderId && { senderId }), ...(since && { since }), ...(until && { until }) };
}

/** When a day begins, or one so many days later. */
function beginning(day: string | undefined, later: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? "") ?? [];
  if (date === undefined) return undefined;
  return new Date(Number(year), Number(month) - 1, Number(date) + later).toISOString();
}
