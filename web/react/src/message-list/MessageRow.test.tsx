// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import type { Entry, Message, Palabre } from "@palabre/sdk";
import { createPalabre } from "@palabre/sdk";
import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import type { BubbleContext } from "./Bubble.js";
import { MessageRow } from "./MessageRow.js";
import { rowsOf } from "./rows.js";

await loadLanguage("en");

const at = "2026-03-02T09:00:00.000Z";

const entry = {
  conversation: {
    id: "c",
    type: "group",
    memberCount: 0,
    members: [],
    lastSeq: 0,
    lastOrd: 0,
    createdAt: at,
    updatedAt: at,
  },
  me: {
    role: "member",
    readOrd: 0,
    mentionCount: 0,
    pinned: false,
    archived: false,
    markedUnread: false,
    joinedAt: at,
  },
  seq: 0,
} satisfies Entry;

const context: BubbleContext = {
  selfId: "me",
  named: [],
  quoted: () => undefined,
  onMenu() {},
  onReact() {},
  onJump() {},
};

function said(seq: number): Message {
  const id = `m${seq}`;
  return {
    id,
    conversationId: "c",
    seq,
    ord: seq,
    senderId: "awa",
    type: "text",
    content: id,
    createdAt: at,
  };
}

/** A client that counts how often a line of the list asks it for the sender, which each does when it is rendered. */
function counting() {
  const client = createPalabre();
  const counted = { times: 0 };
  const watched: Palabre = {
    ...client,
    get() {
      counted.times += 1;
      return client.get();
    },
  };
  return { client: watched, counted };
}

function List({ client, messages }: { readonly client: Palabre; readonly messages: readonly Message[] }) {
  const rows = rowsOf({
    entry,
    messages,
    hasMoreBefore: true,
    pending: [],
    selfId: "me",
    unreadAfter: undefined,
  });
  return (
    <PalabreProvider client={client} locale="en">
      {rows.map((row) => (
        <MessageRow key={row.key} row={row} group context={context} marked={false} />
      ))}
    </PalabreProvider>
  );
}

it("is not rendered again when others come before it and after it", () => {
  const { client, counted } = counting();
  const held = Array.from({ length: 100 }, (_, index) => said(index + 100));
  const { rerender } = render(<List client={client} messages={held} />);
  screen.getByText("m100");
  const all = counted.times;
  expect(all).toBeGreaterThanOrEqual(100);
  counted.times = 0;
  rerender(<List client={client} messages={[said(99), ...held, said(200)]} />);
  screen.getByText("m99");
  screen.getByText("m200");
  // the two that came, and the two beside them that are not the first and the last of the run any more
  expect(counted.times / (all / 100)).toBeLessThanOrEqual(5);
});
