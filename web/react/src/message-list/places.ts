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

/** When what is at the top was said, or about then. */
export function timeAt(rows: readonly Row[], top: number): string | undefined {
  for (const row of rows.slice(top)) {
    const at = timeOf(row);
    if (at !== undefined) return at;
  }
  return undefined;
}

function timeOf(row: Row): string | undefined {
  switch (row.is) {
    case "day":
      return row.at;
    case "unread":
      return undefined;
    case "system":
      return row.message.createdAt;
    case "said":
      return row.said.at;
  }
}
