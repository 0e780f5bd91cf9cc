// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it, vi } from "vitest";
import { person } from "../testing/world.js";
import type { Change } from "./change.js";
import { reduceAll } from "./reduce.js";
import { isMuted, unreadTotal } from "./select.js";
import { initialState } from "./state.js";

afterEach(() => vi.useRealTimers());

it("once the server says that a mute is over, its line is another one and counts", () => {
  vi.useFakeTimers({ now: new Date("2026-02-01T10:00:00Z") });
  const createdAt = "2026-02-01T09:00:00Z";
  const conversation = {
    ...{ id: "c1", type: "group" as const, memberCount: 2, members: [], lastSeq: 3, lastOrd: 3 },
    ...{ createdAt, updatedAt: createdAt },
  };
  const mutedUntil = "2026-02-01T11:00:00Z";
  const me = {
    ...{ role: "member" as const, readOrd: 1, unreadCount: 2, mentionCount: 0, joinedAt: createdAt },
    ...{ pinned: false, archived: false, markedUnread: false, mutedUntil },
  };
  const before = reduceAll(initialState, [
    { event: "session", session: { is: "signedIn", user: person("me") } },
    { event: "listed", conversations: [{ ...conversation, me }], unreadTotal: 0, first: true },
  ] satisfies Change[]);
  expect(unreadTotal(before)).toBe(0);

  vi.setSystemTime(new Date("2026-02-01T11:00:01Z"));
  const data = { total: 2, conversationId: "c1", unreadCount: 2 };
  const after = reduceAll(before, [{ event: "unread_total", data }]);
  const [was, is] = [before, after].map((state) => state.conversations.get("c1"));
  expect(is).not.toBe(was);
  expect(is).toEqual(was);
  expect(is && isMuted(is)).toBe(false);
  expect(unreadTotal(after)).toBe(2);
});
