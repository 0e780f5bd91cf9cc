// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { createStore, initialState, Refused, reduce } from "@palabre/sdk";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { socketOf } from "./socket.js";
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
    async request(name: string, data: unknown) {
      if (name === "fly") throw new Refused("unknown_event", "There is no such event.", false);
      return { ok: true, name, data };
    },
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
  const user = {
    id: "me",
    username: "me-there",
    displayName: "Me",
    role: "user",
    status: "available",
  } as const;
  act(() => {
    store.apply({ event: "session", session: { is: "signedIn", user } });
    store.apply({ event: "status", status: "connected" });
  });
  expect(renderHook(() => useSocket("else"), { wrapper }).result.current.isConnected).toBe(false);
  expect(renderHook(() => useSocket("Me-There"), { wrapper }).result.current.isConnected).toBe(true);
  const mine = renderHook(() => useSocket("me"), { wrapper });
  expect(mine.result.current.isConnected).toBe(true);
  mine.result.current.joinConversation("a");
  expect([...open]).toEqual(["a"]);
  mine.unmount();
  expect([...open]).toEqual([]);
});

it("is a socket for those who hold it by hand: on, once, off, emit with an acknowledgement, connected", async () => {
  const { client, store, push } = clientOf();
  const socket = socketOf(client);
  const heard: unknown[] = [];
  const hear = (data: unknown) => heard.push(data);
  socket.on("user_typing", hear);
  socket.once("new_message", hear);
  socket.on("connect", () => heard.push("connect"));
  socket.on("disconnect", () => heard.push("disconnect"));
  for (const said of [1, 2]) push("user_typing", said);
  for (const said of [3, 4]) push("new_message", said);
  socket.off("user_typing", hear);
  push("user_typing", 5);
  expect(heard.splice(0)).toEqual([1, 2, 3]);

  expect(socket.connected).toBe(false);
  store.apply({ event: "status", status: "connected" });
  expect(socket.connected).toBe(true);
  store.apply({ event: "status", status: "offline" });
  socket.off("disconnect");
  store.apply({ event: "status", status: "connected" });
  store.apply({ event: "status", status: "offline" });
  expect(heard).toEqual(["connect", "disconnect", "connect"]);

  const answered = (...said: unknown[]) => new Promise((resolve) => socket.emit("", ...said, resolve));
  expect(await answered({ a: 1 })).toEqual({ ok: true, name: "", data: { a: 1 } });
  expect(await answered()).toEqual({ ok: true, name: "" });
  const refused = await new Promise((resolve) => socket.emit("fly", {}, resolve));
  expect(refused).toEqual({
    ok: false,
    error: { code: "unknown_event", message: "There is no such event.", retryable: false },
  });
});
