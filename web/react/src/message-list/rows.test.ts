// SPDX-License-Identifier: Apache-2.0
import type { Entry, Message, Pending, User } from "@palabre/sdk";
import { describe, expect, it, vi } from "vitest";
import { rowsOf } from "./rows.js";

const me = "me";
const awa = "awa";

function user(id: string): User {
  return { id, username: id, displayName: id, role: "user", status: "available" };
}

function entry(readByAwa = 0, lastOrd = 9): Entry {
  const at = "2026-03-02T09:00:00";
  const member = (id: string, readOrd: number) => ({ user: user(id), role: "member" as const, readOrd });
  return {
    conversation: {
      id: "c",
      type: "private",
      memberCount: 2,
      members: [member(me, 0), member(awa, readByAwa)],
      lastSeq: 9,
      lastOrd,
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
    seq: 9,
  };
}

let seq = 0;
function said(senderId: string, time: string, more: Partial<Message> = {}): Message {
  seq += 1;
  const createdAt = new Date(`2026-03-${time}`).toISOString();
  return {
    id: `m${seq}`,
    conversationId: "c",
    seq,
    ord: seq,
    senderId,
    type: "text",
    content: "?",
    createdAt,
    ...more,
  };
}

function rows(
  messages: Message[],
  more: {
    pending?: Pending[];
    unreadAfter?: number;
    readByAwa?: number;
    lastOrd?: number;
    hasMoreBefore?: boolean;
  } = {},
) {
  const { pending = [], unreadAfter, readByAwa, lastOrd, hasMoreBefore = false } = more;
  const shown = entry(readByAwa, lastOrd);
  return rowsOf({ entry: shown, messages, hasMoreBefore, pending, selfId: me, unreadAfter });
}

const kinds = (of: readonly { is: string }[]) => of.map((row) => row.is);

describe("the lines of a conversation", () => {
  it("have a separator for each day", () => {
    const lines = rows([said(awa, "02T10:00"), said(awa, "02T10:01"), said(awa, "03T09:00")]);
    expect(kinds(lines)).toEqual(["day", "said", "said", "day", "said"]);
  });

  it("have a key of its own for each day, also where midnight is not that of London", () => {
    vi.stubEnv("TZ", "Europe/Paris");
    const lines = rows([said(awa, "02T10:00"), said(awa, "03T00:30"), said(awa, "03T23:30")]);
    vi.unstubAllEnvs();
    const days = lines.filter((row) => row.is === "day").map(({ key }) => key);
    expect(days).toHaveLength(2);
    expect(new Set(days).size).toBe(2);
  });

  it("begin with no separator while older ones of that day may come", () => {
    const held = [said(awa, "02T10:00"), said(awa, "02T10:20"), said(awa, "03T09:00")];
    const before = rows(held, { hasMoreBefore: true });
    expect(kinds(before)).toEqual(["said", "said", "day", "said"]);
    const older = rows([said(awa, "01T08:00"), said(awa, "02T09:00"), ...held]);
    expect(older.slice(-4).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(kinds(older.slice(0, -4))).toEqual(["day", "said", "day", "said"]);
  });

  it("group what one person says within five minutes", () => {
    const lines = rows([
      said(awa, "02T10:00"),
      said(awa, "02T10:04"),
      said(awa, "02T10:20"),
      said(me, "02T10:21"),
    ]);
    const edges = lines.flatMap((row) => (row.is === "said" ? [[row.first, row.last]] : []));
    expect(edges).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  it("have the divider before the first unread message of someone else", () => {
    const first = said(me, "02T10:00");
    const lines = rows([first, said(me, "02T10:01"), said(awa, "02T10:02"), said(awa, "02T10:03")], {
      unreadAfter: first.ord ?? 0,
    });
    expect(kinds(lines)).toEqual(["day", "said", "said", "unread", "said", "said"]);
  });

  it("count at the divider what others said, not one's own", () => {
    const read = said(awa, "02T10:00");
    const since = [said(awa, "02T10:02"), said(me, "02T10:03"), said(awa, "02T10:04"), said(me, "02T10:05")];
    const unreadAfter = read.ord ?? 0;
    const lastOrd = unreadAfter + since.length;
    const lines = rows([read, ...since], { unreadAfter, lastOrd });
    expect(lines.find((row) => row.is === "unread")).toMatchObject({ count: 2 });
    // those before what is held here count as well
    const [, , third = read, own = read] = since;
    const later = rows([third, own], { unreadAfter: unreadAfter - 3, lastOrd });
    expect(later.find((row) => row.is === "unread")).toMatchObject({ count: 6 });
  });

  it("show what is on its way last, and keep its key when the server's copy comes", () => {
    const createdAt = new Date("2026-03-02T10:05").toISOString();
    const pending: Pending = { clientId: "x", conversationId: "c", content: "?", createdAt, state: "queued" };
    const before = rows([said(awa, "02T10:00")], { pending: [pending] }).at(-1);
    const after = rows([said(awa, "02T10:00"), said(me, "02T10:05", { clientId: "x" })]).at(-1);
    expect(before?.key).toBe("x");
    expect(after?.key).toBe("x");
    expect(before?.is === "said" && before.said.receipt).toBe("pending");
  });

  it("say of one's own messages only how far they got", () => {
    const mine = said(me, "02T10:00");
    const theirs = said(awa, "02T10:01");
    const receipts = rows([mine, theirs], { readByAwa: mine.ord ?? 0 }).flatMap((row) =>
      row.is === "said" ? [row.said.receipt] : [],
    );
    expect(receipts).toEqual(["read", undefined]);
  });
});
