// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { createMessageActions } from "./message-actions.js";
import type { Rest } from "./rest.js";
import type { Conversation, Me, Message } from "./shapes.js";
import { reduce } from "./state/reduce.js";
import { initialState } from "./state/state.js";
import { createStore } from "./store.js";

const at = "2026-03-02T09:00:00Z";
const conversation: Conversation = {
  id: "c",
  type: "private",
  memberCount: 2,
  members: [],
  lastSeq: 1,
  lastOrd: 1,
  createdAt: at,
  updatedAt: at,
};
const me: Me = {
  role: "member",
  readOrd: 1,
  unreadCount: 0,
  mentionCount: 0,
  pinned: false,
  archived: false,
  markedUnread: false,
  joinedAt: at,
};
const said: Message = {
  id: "m",
  conversationId: "c",
  seq: 1,
  ord: 1,
  senderId: "awa",
  type: "text",
  content: "Adresse",
  createdAt: at,
};

it("a message that is pinned while the pins are asked for is among them", async () => {
  const store = createStore(initialState, reduce);
  store.apply({ event: "conversation_fetched", conversation, me });
  const pinned: Message = { ...said, pinnedAt: at };
  const answers: Message[][] = [[], [pinned]];
  const pins = async () => {
    const messages = answers.shift() ?? [];
    // the first answer was overtaken on its way
    if (answers.length === 1)
      store.apply({
        event: "message_updated",
        data: { conversationId: "c", seq: 2, userId: "awa", message: pinned },
      });
    return { messages };
  };
  await createMessageActions(store, { pins } as unknown as Rest).loadPins("c");
  expect(
    store
      .get()
      .pins.get("c")
      ?.map(({ id }) => id),
  ).toEqual(["m"]);
});
