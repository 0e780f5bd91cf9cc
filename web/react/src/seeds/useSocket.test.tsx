// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { createStore, initialState, reduce } from "@palabre/sdk";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { useSocket } from "./useSocket.js";

await loadLanguage("en");
afterEach(cleanup);

/** The parts of a client that the hook uses, with the real state. */
function clientOf() {
  const store = createStore(initialState, reduce);
  const listeners = new Set<(name: string, data: unknown) => void>();
  const open = new Set<string>();
  const client = {
    get: store.get,
    subscribe: store.subscribe,
    onEvent(listener: (name: string, data: unknown) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: async (id: string) => void open.add(id),
    close: (id: string) => void open.delete(id),
  } as unknown as Palabre;
  const push = (name: string, data: unknown) => listeners.forEach((tell) => void tell(name, data));
  return { client, store, open, push };
}

it("tells each event to who listens for it, until they stop", () => {
  const { client, push } = clientOf();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PalabreProvider client={client}>{children}</PalabreProvider>
  );
  const { result } = renderHook(() => useSocket(), { wrapper });
  const heard: unknown[] = [];
  const stop = result.current.onNewMessage(({ conversationId }) => heard.push(conversationId));
  push("new_message", { conversationId: "a" });
  push("messages_read", { conversationId: "b" });
  stop();
  push("new_message", { conversationId: "c" });
  expect(heard).toEqual(["a"]);
});

it("is connected only as the person asked for, and leaves what it joined", () => {
  const { client, store, open } = clientOf();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PalabreProvider client={client}>{children}</PalabreProvider>
  );
  const user = { id: "me", username: "me", displayName: "Me", role: "user", status: "available" } as const;
  act(() => {
    store.apply({ event: "session", session: { is: "signedIn", user } });
    store.apply({ event: "status", status: "connected" });
  });
  expect(renderHook(() => useSocket("else"), { wrapper }).result.current.isConnected).toBe(false);
  const mine = renderHook(() => useSocket("me"), { wrapper });
  expect(mine.result.current.isConnected).toBe(true);
  mine.result.current.joinConversation("a");
  expect([...open]).toEqual(["a"]);
  mine.unmount();
  expect([...open]).toEqual([]);
});
