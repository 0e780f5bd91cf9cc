// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { Message } from "../shapes.js";
import { person } from "../testing/world.js";
import type { Change } from "./change.js";
import { reduce } from "./reduce.js";
import type { State, Wish } from "./state.js";
import { initialState } from "./state.js";

const said: Message = {
  id: "m1",
  conversationId: "c1",
  seq: 1,
  ord: 1,
  senderId: "me",
  type: "text",
  content: "bonjour",
  createdAt: "2026-02-01T10:00:00Z",
};

function after(...changes: Change[]): State {
  const conversation = {
    id: "c1",
    type: "group" as const,
    memberCount: 2,
    members: [],
    lastMessage: said,
    lastSeq: 1,
    lastOrd: 1,
    createdAt: said.createdAt,
    updatedAt: said.createdAt,
  };
  const me = { role: "member" as const, readOrd: 1, unreadCount: 0, joinedAt: said.createdAt };
  const page = { messages: [said], hasMoreBefore: false, hasMoreAfter: false };
  return [
    { event: "session", session: { is: "signedIn", user: person("me") } },
    { event: "listed", conversations: [{ ...conversation, me }], unreadTotal: 0, first: true },
    { event: "page_loaded", conversationId: "c1", page, place: "end" },
    ...changes,
  ].reduce((state, change) => reduce(state, change as Change), initialState);
}

const wish = (key: string, one: Wish): Change => ({ event: "wished", message: said, key, wish: one });
const heart: Wish = { is: "react", emoji: "❤️", by: "me" };
const edit: Wish = { is: "edit", content: "bonsoir", at: "2026-02-01T10:01:00Z" };
const granted = (key: string): Change => ({ event: "wish_granted", messageId: "m1", key });
const refused = (key: string): Change => ({ event: "wish_refused", messageId: "m1", key });
const told = (seq: number, message: Partial<Message>): Change => ({
  event: "message_updated",
  data: { conversationId: "c1", seq, message: { ...said, ...message } },
});
const shown = (state: State) => state.timelines.get("c1")?.messages[0];

it("what is wished of a message shows at once, in the timeline and in the list", () => {
  const state = after(wish("1", edit), wish("2", heart));
  expect(shown(state)).toMatchObject({ content: "bonsoir", reactions: [{ emoji: "❤️", userIds: ["me"] }] });
  expect(state.conversations.get("c1")?.conversation.lastMessage?.content).toBe("bonsoir");
});

it("a refused wish is taken back, and others stay", () => {
  const state = after(wish("1", edit), wish("2", heart), refused("1"));
  expect(shown(state)).toMatchObject({ content: "bonjour", reactions: [{ emoji: "❤️", userIds: ["me"] }] });
  expect(shown(reduce(state, refused("2")))).toEqual(said);
});

it("what others do meanwhile does not take a wish off the screen", () => {
  const reactions = [{ emoji: "👍", userIds: ["awa"] }];
  const state = after(wish("1", edit), told(2, { reactions }));
  expect(shown(state)).toMatchObject({ content: "bonsoir", reactions });
  expect(shown(reduce(state, refused("1")))).toEqual({ ...said, reactions });
});

it("an answer that comes late does not undo what was told since", () => {
  const reactions = [{ emoji: "❤️", userIds: ["me"] }];
  const state = after(wish("1", heart), told(2, { reactions }), told(3, {}), granted("1"));
  expect(shown(state)).toEqual(said);
  expect(state.wished.size).toBe(0);
});

it("a granted wish stays on the screen until its event comes", () => {
  const state = after(wish("1", heart), granted("1"));
  expect(shown(state)?.reactions).toEqual([{ emoji: "❤️", userIds: ["me"] }]);
});

it("a deleted message has no words, no reactions and no pin", () => {
  const pin: Wish = { is: "pin", by: "me", at: "2026-02-01T10:02:00Z" };
  const state = after(wish("1", heart), wish("2", pin), wish("3", { is: "delete", at: edit.at }));
  const { content: _none, ...rest } = said;
  expect(shown(state)).toEqual({ ...rest, deletedAt: edit.at });
});

it("replies quote a message as it is now", () => {
  const quote = { id: "m1", senderId: "me", type: "text", content: "bonjour" };
  const reply: Message = {
    ...said,
    id: "m2",
    seq: 2,
    ord: 2,
    senderId: "awa",
    content: "oui",
    replyTo: "m1",
    quote,
  };
  const answered: Change = {
    event: "new_message",
    data: { conversationId: "c1", seq: 2, message: reply },
  };
  const quoted = (state: State) => state.timelines.get("c1")?.messages[1]?.quote;
  const edited = after(answered, told(3, { content: "bonsoir" }));
  expect(quoted(edited)).toEqual({ ...quote, content: "bonsoir" });
  const { content: _gone, ...left } = quote;
  expect(quoted(reduce(edited, told(4, { deletedAt: edit.at })))).toEqual({ ...left, deleted: true });
});

it("of a change of a message that one does not see, only the number counts", () => {
  const state = after({ event: "message_updated", data: { conversationId: "c1", seq: 2 } });
  expect(state.conversations.get("c1")?.seq).toBe(2);
  expect(shown(state)).toEqual(said);
});
