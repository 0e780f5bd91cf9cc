// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Message, Pending, Receipt } from "@palabre/sdk";
import { pendingReceipt, receiptOf } from "@palabre/sdk";
import type { ShownFile } from "../attachments/shown.js";
import { shownFiles } from "../attachments/shown.js";

/** A message as it is shown, ours on their way among them; its key stays when the server's copy replaces ours. */
export interface Said {
  readonly key: string;
  readonly senderId: Id;
  readonly text: string | undefined;
  readonly at: string;
  /** The same in milliseconds. */
  readonly time: number;
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

const shown = new WeakMap<Message, Said>();

/** The same for as long as it is to be shown the same, so that its bubble need not be made anew. */
export function saidOf(message: Message, entry: Entry, selfId: Id): Said {
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
    time: Date.parse(message.createdAt),
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

const going = new WeakMap<Pending, Said>();

/** The same of a message on its way. */
export function underway(pending: Pending, selfId: Id): Said {
  const made = going.get(pending) ?? asGoing(pending, selfId);
  going.set(pending, made);
  return made;
}

function asGoing(pending: Pending, selfId: Id): Said {
  const at = pending.message?.createdAt ?? pending.createdAt;
  return {
    key: pending.clientId,
    senderId: selfId,
    text: pending.content,
    at,
    time: Date.parse(at),
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
