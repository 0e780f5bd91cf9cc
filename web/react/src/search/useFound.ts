// SPDX-License-Identifier: Apache-2.0
import type { Found, Id, SearchFor } from "@palabre/sdk";
import { useCallback, useEffect, useMemo, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";
import type { Narrowing } from "./narrowing.js";
import { asked, WIDE } from "./narrowing.js";

const PAUSE = 250;
const FROM = 2;
const MOST = 50;

export type Results = Found["results"];

/** What a search among messages stands at; `nothing` is asked for under two letters. */
export interface Searching {
  readonly is: "nothing" | "searching" | "failed" | "found";
  readonly results: Results;
  /** Asks for older ones, while there are. */
  readonly more?: (() => void) | undefined;
}

interface Standing extends Omit<Searching, "more"> {
  readonly next?: string | undefined;
}

const nothing: Standing = { is: "nothing", results: [] };

/** Messages that say what is searched for, the newest first; asked when one stops typing. */
export function useFound(search: string, conversationId?: Id, narrowing: Narrowing = WIDE): Searching {
  const client = usePalabre();
  const [found, setFound] = useState<Standing>(nothing);
  const { senderId, from, to } = narrowing;
  const wanted = useMemo<SearchFor | undefined>(() => {
    const term = search.trim();
    if ([...term].length < FROM) return undefined;
    const among = asked({ ...(senderId && { senderId }), ...(from && { from }), ...(to && { to }) });
    return { q: term, limit: MOST, ...(conversationId && { conversationId }), ...among };
  }, [search, conversationId, senderId, from, to]);

  useEffect(() => {
    if (!wanted) {
      setFound(nothing);
      return;
    }
    let current = true;
    const now = (next: Standing) => current && setFound(next);
    setFound(({ results }) => ({ is: "searching", results }));
    const timer = setTimeout(
      () =>
        client.search(wanted).then(
          ({ results, nextCursor }) => now({ is: "found", results, next: nextCursor }),
          () => now({ is: "failed", results: [] }),
        ),
      PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, wanted]);

  const { next } = found;
  const more = useCallback(async () => {
    if (!wanted || next === undefined) return;
    const page = await client.search({ ...wanted, cursor: next }).catch(() => undefined);
    // asked twice, or for something else meanwhile: only what follows is added
    if (page)
      setFound((now) =>
        now.next === next
          ? { ...now, results: [...now.results, ...page.results], next: page.nextCursor }
          : now,
      );
  }, [client, wanted, next]);

  return { ...found, more: next === undefined ? undefined : () => void more() };
}
