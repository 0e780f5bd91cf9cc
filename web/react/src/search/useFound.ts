// SPDX-License-Identifier: Apache-2.0
import type { Found, Id } from "@palabre/sdk";
import { useEffect, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";

const PAUSE = 250;
const FROM = 2;
const MOST = 50;

export type Results = Found["results"];

/** What a search among messages stands at; `nothing` is asked for under two letters. */
export type Searching =
  | { readonly is: "nothing" | "searching" | "failed"; readonly results: Results }
  | { readonly is: "found"; readonly results: Results };

const nothing: Searching = { is: "nothing", results: [] };

/** Messages that say what is searched for, the newest first; asked when one stops typing. */
export function useFound(search: string, conversationId?: Id): Searching {
  const client = usePalabre();
  const [found, setFound] = useState<Searching>(nothing);
  const term = search.trim();
  useEffect(() => {
    if ([...term].length < FROM) {
      setFound(nothing);
      return;
    }
    let current = true;
    const now = (next: Searching) => current && setFound(next);
    setFound(({ results }) => ({ is: "searching", results }));
    const timer = setTimeout(
      () =>
        client.search({ q: term, limit: MOST, ...(conversationId && { conversationId }) }).then(
          ({ results }) => now({ is: "found", results }),
          () => now({ is: "failed", results: [] }),
        ),
      PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, conversationId, term]);
  return found;
}
