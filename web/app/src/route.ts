// SPDX-License-Identifier: Apache-2.0
import { type Section, whenSettled } from "@palabre/react";
import type { Id } from "@palabre/sdk";
import { useCallback, useSyncExternalStore } from "react";

/** The address says which conversation is on the screen, so Back, reload and links work by themselves. */
export function hrefOf(conversationId: Id): string {
  return `/c/${encodeURIComponent(conversationId)}`;
}

export interface Route {
  readonly conversationId: Id | undefined;
  readonly section: Section;
  readonly open: (conversationId: Id) => void;
  readonly back: () => void;
  readonly show: (section: Section) => void;
}

/** What an entry of the history remembers beside its address. */
interface Step {
  /** Came here from the list: Back is one step back, not a new page. */
  readonly fromList?: boolean;
  /** Contacts came over what was there, and go with one step back. */
  readonly section?: Section;
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  const section = useSyncExternalStore(subscribe, () => step().section ?? "conversations");
  return {
    conversationId: conversationOf(path),
    section,
    open: useCallback((id) => whenSettled(() => open(id)), []),
    back: useCallback(back, []),
    show: useCallback((section) => whenSettled(() => show(section)), []),
  };
}

function open(id: Id) {
  const href = hrefOf(id);
  const { fromList = false, section } = step();
  if (location.pathname === href && section === undefined) return;
  const next: Step = { fromList: fromList || location.pathname === "/" };
  // only the list stays behind: a conversation takes the place of another one, of the contacts, of a dialog
  if (location.pathname === "/" && section === undefined && !overlaid()) history.pushState(next, "", href);
  else history.replaceState(next, "", href);
  moved();
}

function back() {
  if (step().fromList) history.back();
  else {
    history.replaceState(null, "", "/");
    moved();
  }
}

function show(section: Section) {
  if (section === (step().section ?? "conversations")) return;
  if (section === "conversations") history.back();
  else {
    history.pushState({ ...step(), section } satisfies Step, "");
    moved();
  }
}

function step(): Step {
  return (history.state as Step | null) ?? {};
}

/** A dialog has an entry of its own over the page's. */
function overlaid(): boolean {
  return ((history.state as { layers?: number } | null)?.layers ?? 0) > 0;
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
