// SPDX-License-Identifier: Apache-2.0
import type { Message, Palabre, SendOptions } from "@palabre/sdk";
import { createStore, initialState, Refused, reduce } from "@palabre/sdk";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { TurnProvider, useTurn } from "../message-actions/Turn.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { BegunContext } from "./begun.js";
import { useWriting } from "./useWriting.js";

await loadLanguage("en");
afterEach(cleanup);

const mine: Message = {
  id: "m",
  conversationId: "c",
  seq: 1,
  ord: 1,
  senderId: "me",
  type: "text",
  content: "Bonjour",
  createdAt: "2026-03-02T09:00:00Z",
};
const voice = { blob: new Blob(["la la"]), name: "voice.webm", kind: "voice" } as const;

/** What is being written, with the parts of a client that it uses and the real state; the server refuses every change. */
function writing() {
  const store = createStore(initialState, reduce);
  const sent: [content: string, more: SendOptions | undefined][] = [];
  const edits: string[] = [];
  const client = {
    get: store.get,
    subscribe: store.subscribe,
    saveDraft: (conversationId: string, draft: string) =>
      store.apply({ event: "drafted", conversationId, draft }),
    typing() {},
    stopTyping() {},
    send: (_: string, content: string, more?: SendOptions) => void sent.push([content, more]),
    async edit(_: Message, content: string) {
      edits.push(content);
      throw new Refused("edit_window_over", "Too late.", false);
    },
  } as unknown as Palabre;
  const begun = {};
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PalabreProvider client={client} locale="en">
      <BegunContext value={begun}>
        <TurnProvider>{children}</TurnProvider>
      </BegunContext>
    </PalabreProvider>
  );
  const open = () => renderHook(() => ({ ...useWriting("c", []), take: useTurn().take }), { wrapper });
  return { ...open(), open, sent, edits };
}

it("finds a change, and an answer, as one left them when one comes back to the conversation", () => {
  const { result, unmount, open } = writing();
  act(() => result.current.write("à finir"));
  act(() => result.current.take({ is: "edit", message: mine }));
  act(() => result.current.write("Bonjour à t"));
  unmount();
  const again = open();
  expect(again.result.current.turn).toEqual({ is: "edit", message: mine });
  expect(again.result.current.text).toBe("Bonjour à t");
  act(() => again.result.current.take({ is: "reply", to: mine }));
  expect(again.result.current.text).toBe("à finir");
  again.unmount();
  expect(open().result.current.turn).toEqual({ is: "reply", to: mine });
});

it("gives back the words of a change that was refused while one was elsewhere", async () => {
  const { result, unmount, open, edits } = writing();
  act(() => result.current.take({ is: "edit", message: mine }));
  act(() => result.current.send("Bonjour à tous"));
  unmount();
  await waitFor(() => expect(edits).toEqual(["Bonjour à tous"]));
  await waitFor(() => expect(open().result.current.text).toBe("Bonjour à tous"));
});

it("gives back the words of a change that was refused, and leaves the draft alone", async () => {
  const { result, edits } = writing();
  act(() => result.current.write("à finir"));
  act(() => result.current.take({ is: "edit", message: mine }));
  act(() => result.current.write("Bonjour à tous"));
  act(() => result.current.send("Bonjour à tous"));
  await waitFor(() => expect(result.current.failed).toBe(true));
  expect(edits).toEqual(["Bonjour à tous"]);
  expect(result.current.text).toBe("Bonjour à tous");
  act(() => result.current.cancel());
  expect(result.current.text).toBe("à finir");
});

it("does not take somebody away from what they began meanwhile", async () => {
  const { result } = writing();
  act(() => result.current.take({ is: "edit", message: mine }));
  act(() => result.current.send("Bonjour à tous"));
  act(() => result.current.take({ is: "reply", to: mine }));
  await waitFor(() => expect(result.current.failed).toBe(true));
  expect(result.current.turn.is).toBe("reply");
});

it("sends what was said aloud as a message of its own, also while another one is being changed", () => {
  const { result, sent, edits } = writing();
  act(() => result.current.take({ is: "edit", message: mine }));
  act(() => result.current.say(voice));
  expect(sent).toEqual([["", { files: [voice] }]]);
  expect(edits).toEqual([]);
  expect(result.current.turn.is).toBe("edit");
});
