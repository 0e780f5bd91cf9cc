// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, Reaction } from "../shapes.js";
import { withKey, withoutKey } from "./copies.js";
import { shownMessage } from "./messages.js";
import type { State, Wish, Wished } from "./state.js";

/** What is wished of a message shows at once; `key` names the wish until the server answered. */
export function wished(state: State, message: Message, key: string, wish: Wish): State {
  const held = state.wished.get(message.id) ?? { base: message, wishes: [] };
  const next: Wished = { ...held, wishes: [...held.wishes, { key, wish, overtaken: false }] };
  return settle(state, message.id, next);
}

/** Granted: it is so. Whatever the server told since the wish is newer than the wish, and stands. */
export function granted(state: State, messageId: Id, key: string): State {
  const held = state.wished.get(messageId);
  const one = held?.wishes.find((wish) => wish.key === key);
  if (!held || !one) return state;
  const base = one.overtaken ? held.base : applied(held.base, one.wish);
  return settle(state, messageId, { base, wishes: held.wishes.filter((wish) => wish !== one) });
}

/** Refused: as if it had not been wished. */
export function refused(state: State, messageId: Id, key: string): State {
  const held = state.wished.get(messageId);
  if (!held) return state;
  return settle(state, messageId, { ...held, wishes: held.wishes.filter((wish) => wish.key !== key) });
}

/** The server's newest word on a message, with what is still wished of it. */
export function withWishes(state: State, message: Message): State {
  const held = state.wished.get(message.id);
  if (!held) return shownMessage(state, message);
  const wishes = held.wishes.map((wish) => ({ ...wish, overtaken: true }));
  return settle(state, message.id, { base: message, wishes });
}

function settle(state: State, messageId: Id, { base, wishes }: Wished): State {
  const all =
    wishes.length === 0
      ? withoutKey(state.wished, messageId)
      : withKey(state.wished, messageId, { base, wishes });
  const shown = wishes.reduce((message, { wish }) => applied(message, wish), base);
  return shownMessage({ ...state, wished: all }, shown);
}

function applied(message: Message, wish: Wish): Message {
  switch (wish.is) {
    case "edit": {
      const { mentions: _before, ...rest } = message;
      return {
        ...rest,
        content: wish.content,
        ...(wish.mentions && { mentions: [...wish.mentions] }),
        editedAt: wish.at,
      };
    }
    case "delete":
      return tombstone(message, wish.at);
    case "react":
      return withReaction(message, wish.emoji, (ids) => [...ids.filter((id) => id !== wish.by), wish.by]);
    case "unreact":
      return withReaction(message, wish.emoji, (ids) => ids.filter((id) => id !== wish.by));
    case "pin":
      return { ...message, pinnedAt: wish.at, pinnedBy: wish.by };
    case "unpin": {
      const { pinnedAt: _at, pinnedBy: _by, ...rest } = message;
      return rest;
    }
  }
}

function tombstone(message: Message, at: string): Message {
  const {
    content: _c,
    attachments: _a,
    mentions: _m,
    reactions: _r,
    pinnedAt: _p,
    pinnedBy: _b,
    ...rest
  } = message;
  return { ...rest, deletedAt: at };
}

function withReaction(message: Message, emoji: string, change: (userIds: Id[]) => Id[]): Message {
  const { reactions = [], ...rest } = message;
  const known = reactions.some((one) => one.emoji === emoji);
  const all = known ? reactions : [...reactions, { emoji, userIds: [] }];
  const next = all
    .map((one) => (one.emoji === emoji ? changed(one, change(one.userIds)) : one))
    .filter((one) => one.userIds.length > 0);
  return next.length > 0 ? { ...rest, reactions: next } : rest;
}

/** Of how many people it was, when not all are named, one more or fewer. */
function changed({ emoji, count, userIds: before }: Reaction, userIds: Id[]): Reaction {
  return count ? { emoji, count: count + userIds.length - before.length, userIds } : { emoji, userIds };
}
