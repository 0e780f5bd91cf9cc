// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Message, Pending, Receipt } from "@palabre/sdk";
import { pendingReceipt, receiptOf } from "@palabre/sdk";
import type { ShownFile } from "../attachments/shown.js";
import { shownFiles } from "../attachments/shown.js";
import { dayOf } from "../i18n/dates.js";

const TOGETHER_WITHIN = 5 * 60_000;

/** A message as it is shown, ours on their way among them; its key stays when the server's copy replaces ours. */
export interface Said {
  readonly key: string;
  readonly senderId: Id;
  readonly text: string | undefined;
  readonly at: string;
  readonly ord: number | undefined;
  readonly editedAt: string | undefined;
  readonly deleted: boolean;
  readonly forwarded: boolean;
  readonly pinned: boolean;
  /** The id of the message that it answers. */
  readonly replyTo: Id | undefined;
  readonly files: readonly ShownFile[];
  /** As the server has it; absent while it is on its way there. */
  readonly message: Message | undefined;
  /** Only of one's own. */
  readonly receipt: Receipt | undefined;
  /** To retry or delete one that was refused. */
  readonly clientId: string | undefined;
  /** Why it was refused. */
  readonly error: string | undefined;
}

export type Row =
  | { readonly is: "day"; readonly key: string; readonly at: string }
  | { readonly is: "unread"; readonly key: string; readonly count: number }
  | { readonly is: "system"; readonly key: string; readonly message: Message }
  | {
      readonly is: "said";
      readonly key: string;
      readonly said: Said;
      readonly first: boolean;
      readonly last: boolean;
    };

export interface Timeline {
  readonly entry: Entry;
  readonly messages: readonly Message[];
  /** Older messages are not held: what is held begins somewhere within a day. */
  readonly hasMoreBefore: boolean;
  readonly pending: readonly Pending[];
  readonly selfId: Id;
  /** The divider stands before the first message after this number. */
  readonly unreadAfter: number | undefined;
}

/** The lines of a conversation: days, the unread divider, system lines, and messages grouped by sender. */
export function rowsOf(timeline: Timeline): readonly Row[] {
  const { entry, messages, hasMoreBefore, pending, unreadAfter } = timeline;
  const rows: Row[] = [];
  // where a day begins is not known yet: a separator there would have to go to the top of each older page
  let day = hasMoreBefore && messages[0] ? dayOf(messages[0].createdAt) : undefined;
  let divided = unreadAfter === undefined;

  function newDay(at: string) {
    if (day && at >= day.from && at < day.until) return;
    day = dayOf(at);
    rows.push({ is: "day", key: `day ${day.from}`, at });
  }

  for (const message of messages) {
    newDay(message.createdAt);
    if (!divided && startsUnread(message, timeline)) {
      rows.push({
        is: "unread",
        key: "unread",
        count: entry.conversation.lastOrd - (unreadAfter ?? 0),
      });
      divided = true;
    }
    if (message.type === "system") rows.push({ is: "system", key: message.id, message });
    else rows.push(alone(said(message, timeline)));
  }
  for (const one of pending) {
    newDay(one.createdAt);
    rows.push(alone(underway(one, timeline.selfId)));
  }
  return grouped(rows);
}

function startsUnread(message: Message, { unreadAfter, selfId }: Timeline): boolean {
  return message.ord !== undefined && message.ord > (unreadAfter ?? 0) && message.senderId !== selfId;
}

/** The same for as long as it is to be shown the same, so that its bubble need not be made anew. */
const shown = new WeakMap<Message, Said>();

function said(message: Message, { entry, selfId }: Timeline): Said {
  const mine = message.senderId === selfId;
  const receipt = mine ? receiptOf(entry, message) : undefined;
  const held = shown.get(message);
  if (held && held.receipt === receipt) return held;
  const made = asShown(message, receipt);
  shown.set(message, made);
  return made;
}

function asShown(message: Message, receipt: Receipt | undefined): Said {
  const mine = receipt !== undefined;
  return {
    key: mine ? (message.clientId ?? message.id) : message.id,
    senderId: message.senderId,
    text: message.content,
    at: message.createdAt,
    ord: message.ord,
    editedAt: message.editedAt,
    deleted: message.deletedAt !== undefined,
    forwarded: message.forwarded === true,
    pinned: message.pinnedAt !== undefined,
    replyTo: message.replyTo,
    files: shownFiles(message.attachments ?? [], []),
    message,
    receipt,
    clientId: undefined,
    error: undefined,
  };
}

function underway(pending: Pending, selfId: Id): Said {
  return {
    key: pending.clientId,
    senderId: selfId,
    text: pending.content,
    at: pending.message?.createdAt ?? pending.createdAt,
    ord: undefined,
    editedAt: undefined,
    deleted: false,
    forwarded: false,
    pinned: false,
    replyTo: pending.replyTo,
    files: shownFiles([], pending.files ?? [], pending.state === "failed"),
    message: undefined,
    receipt: pendingReceipt(pending),
    clientId: pending.clientId,
    error: pending.error,
  };
}

function alone(one: Said): Row {
  return { is: "said", key: one.key, said: one, first: true, last: true };
}

/** Messages of one sender within five minutes stand together; any other line between them ends the group. */
function grouped(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => {
    if (row.is !== "said") return row;
    return { ...row, first: !together(rows[index - 1], row), last: !together(row, rows[index + 1]) };
  });
}

function together(left: Row | undefined, right: Row | undefined): boolean {
  if (left?.is !== "said" || right?.is !== "said") return false;
  if (left.said.senderId !== right.said.senderId) return false;
  return Date.parse(right.said.at) - Date.parse(left.said.at) < TOGETHER_WITHIN;
}
