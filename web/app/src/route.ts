// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { useCallback, useSyncExternalStore } from "react";

/** The address says which conversation is on the screen, so Back, reload and links work by themselves. */
export function hrefOf(conversationId: Id): string {
  return `/c/${encodeURIComponent(conversationId)}`;
}

export interface Route {
  readonly conversationId: Id | undefined;
  readonly open: (conversationId: Id) => void;
  readonly back: () => void;
}

interface Step {
  /** Came here from the list: Back is one step back, not a new page. */
  readonly fromList: boolean;
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  const conversationId = conversationOf(path);
  const open = useCallback((id: Id) => {
    const href = hrefOf(id);
    if (location.pathname === href) return;
    const step: Step = {
      fromList: location.pathname === "/" || (history.state as Step | null)?.fromList === true,
    };
    // from one conversation to the next the list stays one step back
    if (location.pathname === "/") history.pushState(step, "", href);
    else history.replaceState(step, "", href);
    moved();
  }, []);
  const back = useCallback(() => {
    if ((history.state as Step | null)?.fromList) history.back();
    else {
      history.replaceState(null, "", "/");
      moved();
    }
  }, []);
  return { conversationId, open, back };
}

function conversationOf(path: string): Id | undefined {
  const [, encoded] = /^\/c\/([^/]+)$/.exec(path) ?? [];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

const listeners = new Set<() => void>();

function moved(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}
