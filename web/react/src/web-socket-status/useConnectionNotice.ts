// SPDX-License-Identifier: Apache-2.0
import type { Status } from "@palabre/sdk";
import { useEffect, useRef, useState } from "react";
import { usePalabreState } from "../provider/PalabreProvider.js";

export type ConnectionNotice = "connecting" | "offline" | "back";

const SILENT_FOR = 2_000;
const BACK_FOR = 2_000;

/** What to say about the connection: nothing for cuts under two seconds, and for two seconds that it is back. */
export function useConnectionNotice(): ConnectionNotice | undefined {
  const status = usePalabreState((state) => state.status);
  const [notice, setNotice] = useState<ConnectionNotice>();
  const said = useRef<ConnectionNotice>(undefined);
  said.current = notice;

  useEffect(() => {
    const next = noticeOf(status, said.current);
    if (next === "back") setNotice("back");
    const later = next === "back" ? undefined : next;
    const wait =
      next === "back" ? BACK_FOR : said.current !== undefined && next !== undefined ? 0 : SILENT_FOR;
    if (next === undefined && said.current === undefined) return;
    const timer = setTimeout(() => setNotice(later), wait);
    return () => clearTimeout(timer);
  }, [status]);

  return notice;
}

function noticeOf(status: Status, said: ConnectionNotice | undefined): ConnectionNotice | undefined {
  switch (status) {
    case "connected":
      return said === undefined ? undefined : "back";
    case "connecting":
      return "connecting";
    case "offline":
      return "offline";
    case "idle":
    case "refused":
      return undefined;
  }
}
