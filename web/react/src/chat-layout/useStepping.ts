// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { conversationList } from "@palabre/sdk";
import { useEffect } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";
import { isCovered } from "../shortcuts/keys.js";

/** Alt+Up and Alt+Down go to the conversation above or below in the list, past those put away. */
export function useStepping(current: Id | undefined, onOpen: (conversationId: Id) => void): void {
  const client = usePalabre();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0 || !event.altKey || event.isComposing || isCovered()) return;
      const ids = conversationList(client.get())
        .filter(({ conversation, me }) => !me.archived || conversation.id === current)
        .map(({ conversation }) => conversation.id);
      const next = ids[current === undefined ? 0 : ids.indexOf(current) + step];
      if (next === undefined) return;
      event.preventDefault();
      onOpen(next);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [client, current, onOpen]);
}
