// SPDX-License-Identifier: Apache-2.0
import type { Entry, Message, User } from "@palabre/sdk";
import { expect, it } from "vitest";
import { rightsOn } from "./rights.js";

const at = "2026-03-02T09:00:00.000Z";
const now = Date.parse(at) + 60_000;
const HOUR = 3_600_000;

function message(senderId: string): Message {
  return {
    id: "m",
    conversationId: "c",
    seq: 1,
    ord: 1,
    senderId,
    type: "text",
    content: "a",
    createdAt: at,
  };
}

function entry(type: "private" | "group", role: Entry["me"]["role"]): Entry {
  return {
    conversation: {
      id: "c",
      type,
      memberCount: 2,
      members: [],
      lastSeq: 1,
      lastOrd: 1,
      createdAt: at,
      updatedAt: at,
    },
    me: {
      role,
      readOrd: 0,
      mentionCount: 0,
      pinned: false,
      archived: false,
      markedUnread: false,
      joinedAt: at,
    },
    seq: 1,
  };
}

function person(role: User["role"]): User {
  return { id: "me", username: "me", displayName: "Moi", role, status: "available" };
}

/** Whether one is offered to delete a message for all: where the server would do it, and nowhere else. */
function offered(by: "me" | "other", where: Entry, role: User["role"], later = 0): boolean {
  return rightsOn(message(by), where, person(role), now + later).deleteForAll;
}

it("deletes one's own for all, for 48 hours", () => {
  expect(offered("me", entry("private", "member"), "user")).toBe(true);
  expect(offered("me", entry("private", "member"), "user", 48 * HOUR)).toBe(false);
});

it("deletes another's for all only as who keeps order in the group, or on the server", () => {
  expect(offered("other", entry("private", "member"), "user")).toBe(false);
  expect(offered("other", entry("group", "member"), "user")).toBe(false);
  expect(offered("other", entry("group", "admin"), "user")).toBe(true);
  expect(offered("other", entry("private", "member"), "moderator", 48 * HOUR)).toBe(true);
  expect(offered("other", entry("private", "member"), "admin", 48 * HOUR)).toBe(true);
});

it("deletes for all in a private conversation by its owner's role there no more than by any other", () => {
  expect(offered("other", entry("private", "owner"), "user")).toBe(false);
});
