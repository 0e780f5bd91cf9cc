// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { unreadTotal } from "@palabre/sdk";
import { useEffect } from "react";

/** "(3) Palabre": how much waits, also while the tab is in the background. */
export function useTitle(client: Palabre): void {
  useEffect(() => {
    const show = () => {
      const unread = unreadTotal(client.get());
      document.title = unread > 0 ? `(${unread > 99 ? "99+" : unread}) Palabre` : "Palabre";
    };
    show();
    return client.subscribe(show);
  }, [client]);
}
