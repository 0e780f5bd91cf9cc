// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, Reaction } from "../shapes.js";
import type { State } from "./state.js";
import { placeOf } from "./timeline.js";

/**
 * A message that others have answered, as all are told of it. Of more than twenty people not all are named: who was
 * among them, and has not taken it back, still is.
 */
export function stillThere(state: State, message: Message, self: Id): Message {
  const { messages = [] } = state.timelines.get(message.conversationId) ?? {};
  const held = messages[placeOf(messages, message.seq)];
  return held?.id === message.id && message.reactions
    ? { ...message, reactions: stillAmong(held.reactions ?? [], message.reactions, self) }
    : message;
}

export function stillAmong(held: readonly Reaction[], now: readonly Reaction[], self: Id): Reaction[] {
  const mine = new Set(held.filter(({ userIds }) => userIds.includes(self)).map(({ emoji }) => emoji));
  return now.map((one) =>
    one.count && mine.has(one.emoji) && !one.userIds.includes(self)
      ? { ...one, userIds: [...one.userIds, self] }
      : one,
  );
}
