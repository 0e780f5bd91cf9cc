// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { useEffect, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";

const PAUSE = 200;

export type Found = { is: "loading" } | { is: "failed" } | { is: "found"; users: readonly User[] };

/** People by name, looked up when typing pauses; the answer to an earlier term never replaces that to a later one. */
export function usePeople(search: string): Found {
  const client = usePalabre();
  const [found, setFound] = useState<Found>({ is: "loading" });
  const term = search.trim();

  useEffect(() => {
    let current = true;
    const tell = (next: Found) => current && setFound(next);
    const timer = setTimeout(
      () =>
        client.people(term).then(
          (users) => tell({ is: "found", users }),
          () => tell({ is: "failed" }),
        ),
      term === "" ? 0 : PAUSE,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, term]);

  return found;
}
