// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Message, Pending } from "@palabre/sdk";
import { dayOf } from "../i18n/dates.js";
import type { Said } from "./said.js";
import { saidOf, underway } from "./said.js";

const TOGETHER_WITHIN = 5 * 60_000;

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

/** What stands between messages. */
type Between = Exclude<Row, { readonly is: "said" }>;

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

/**
 * The lines of a conversation: days, the unread divider, system lines, and messages grouped by sender. A line is the same
 * object for as long as it is shown the same, so that nothing of it is drawn anew when another one comes.
 */
export function rowsOf(timeline: Timeline): readonly Row[] {
  const { entry, messages, hasMoreBefore, pending, selfId, unreadAfter } = timeline;
  const lines: (Said | Between)[] = [];
  // where a day begins is not known yet: a separator there would have to go to the top of each older page
  let day = hasMoreBefore && messages[0] ? dayOf(messages[0].createdAt) : undefined;
  let divided = unreadAfter === undefined;

  function newDay(of: Message | Pending) {
    const at = of.createdAt;
    if (day && at >= day.from && at < day.until) return;
    day = dayOf(at);
    lines.push(held(days, of, { is: "day", key: `day ${day.from}`, at }));
  }

  for (const message of messages) {
    newDay(message);
    if (!divided && startsUnread(message, timeline)) {
      lines.push(held(dividers, message, { is: "unread", key: "unread", count: newIn(timeline) }));
      divided = true;
    }
    if (message.type === "system")
      lines.push(held(happened, message, { is: "system", key: message.id, message }));
    else lines.push(saidOf(message, entry, selfId));
  }
  for (const one of pending) {
    newDay(one);
    lines.push(underway(one, selfId));
  }
  return grouped(lines);
}

function startsUnread(message: Message, { unreadAfter, selfId }: Timeline): boolean {
  return message.ord !== undefined && message.ord > (unreadAfter ?? 0) && message.senderId !== selfId;
}

/** How many of others came after where reading stopped: by their numbers, without one's own among them. */
function newIn({ entry, messages, unreadAfter = 0, selfId }: Timeline): number {
  let count = entry.conversation.lastOrd - unreadAfter;
  for (let at = messages.length - 1; at >= 0; at--) {
    const { ord, senderId } = messages[at] ?? {};
    if (ord !== undefined && ord <= unreadAfter) break;
    if (ord !== undefined && senderId === selfId) count -= 1;
  }
  return count;
}

const days = new WeakMap<object, Between>();
const dividers = new WeakMap<object, Between>();
const happened = new WeakMap<object, Between>();

/** The line that was made for this message before, if it says the same. */
function held(made: WeakMap<object, Between>, of: object, line: Between): Between {
  const before = made.get(of);
  if (before && same(before, line)) return before;
  made.set(of, line);
  return line;
}

function same(left: Between, right: Between): boolean {
  return Object.entries(right).every(([name, value]) => Reflect.get(left, name) === value);
}

/** Messages of one sender within five minutes stand together; any other line between them ends the group. */
function grouped(lines: readonly (Said | Between)[]): readonly Row[] {
  let first = true;
  return lines.map((line, index) => {
    const last = !together(line, lines[index + 1]);
    const row = "is" in line ? line : bubble(line, first, last);
    first = last;
    return row;
  });
}

function together(left: Said | Between, right: Said | Between | undefined): boolean {
  if (!right || "is" in left || "is" in right || left.senderId !== right.senderId) return false;
  return right.time - left.time < TOGETHER_WITHIN;
}

const bubbles = new WeakMap<Said, Extract<Row, { readonly is: "said" }>>();

function bubble(said: Said, first: boolean, last: boolean): Row {
  const before = bubbles.get(said);
  if (before && before.first === first && before.last === last) return before;
  const row = { is: "said", key: said.key, said, first, last } as const;
  bubbles.set(said, row);
  return row;
}
