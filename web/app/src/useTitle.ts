// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { unreadTotal } from "@palabre/sdk";
import { useEffect } from "react";

/** What comes and is read at once is not told, and drawing a message does not wait for the title. */
const TOGETHER = 150;

/** "(3) Palabre", a dot on the icon, a number on the installed app: how much waits, also in the background. */
export function useTitle(client: Palabre): void {
  useEffect(() => {
    let shown = -1;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      waiting = undefined;
      const unread = unreadTotal(client.get());
      if (unread === shown) return;
      shown = unread;
      document.title = unread > 0 ? `(${unread > 99 ? "99+" : unread}) Palabre` : "Palabre";
      const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
      if (icon) icon.href = unread > 0 ? "/favicon-unread.svg" : "/favicon.svg";
      void badge(unread).catch(() => undefined);
    };
    show();
    const stop = client.subscribe(() => {
      waiting ??= setTimeout(show, TOGETHER);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [client]);
}

async function badge(unread: number): Promise<void> {
  if (!("setAppBadge" in navigator)) return;
  await (unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge());
}
