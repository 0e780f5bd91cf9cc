// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import type { Row } from "./rows.js";

/** Where one stood in conversations that one left above their end: the number of the message at the top. */
export type Places = Map<Id, number>;

/** The number of what a row shows; lines of ours have none. */
export function seqOf(row: Row | undefined): number | undefined {
  if (row?.is === "system") return row.message.seq;
  return row?.is === "said" ? row.said.message?.seq : undefined;
}

/** The day of what is at the top: that of the last separator before it. */
export function dayAt(rows: readonly Row[], top: number): string | undefined {
  const day = rows.slice(0, top + 1).findLast((row) => row.is === "day");
  return day?.is === "day" ? day.at : undefined;
}
