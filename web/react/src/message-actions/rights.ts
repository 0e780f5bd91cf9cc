// SPDX-License-Identifier: Apache-2.0
import type { Entry, Message, User } from "@palabre/sdk";

const MINUTE = 60_000;
const EDIT_WITHIN = 15 * MINUTE;
const DELETE_WITHIN = 48 * 60 * MINUTE;

/** What one may do to a message; the server has the last word. */
export interface Rights {
  readonly edit: boolean;
  readonly deleteForAll: boolean;
}

export function rightsOn(message: Message, entry: Entry, self: User | undefined, now = Date.now()): Rights {
  const mine = message.senderId === self?.id;
  const age = now - new Date(message.createdAt).getTime();
  const governs = entry.conversation.type === "group" && entry.me.role !== "member";
  return {
    edit: mine && message.type === "text" && message.deletedAt === undefined && age < EDIT_WITHIN,
    deleteForAll:
      message.deletedAt === undefined &&
      ((mine && age < DELETE_WITHIN) || governs || (self?.role ?? "user") !== "user"),
  };
}
