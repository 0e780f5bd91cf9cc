// SPDX-License-Identifier: Apache-2.0
import { newClientId } from "./ids.js";
import { Refused } from "./refused.js";
import type { Rest } from "./rest.js";
import type { Id, Message } from "./shapes.js";
import type { Change } from "./state/change.js";
import { selfOf } from "./state/select.js";
import type { State, Wish } from "./state/state.js";
import type { Store } from "./store.js";

/** A conversation in which something always happens is believed the third time. */
const MOST_ASKED = 3;

/** What one may do to a message. It shows at once; where the server refuses, it is taken back and thrown. */
export interface MessageActions {
  edit(message: Message, content: string, mentions?: readonly Id[]): Promise<void>;
  deleteForAll(message: Message): Promise<void>;
  deleteForMe(message: Message): Promise<void>;
  react(message: Message, emoji: string): Promise<void>;
  unreact(message: Message, emoji: string): Promise<void>;
  pin(message: Message): Promise<void>;
  unpin(message: Message): Promise<void>;
  /** Brings the pinned messages into `state.pins`, where they follow until the conversation is closed. */
  loadPins(conversationId: Id): Promise<void>;
  /** To at most ten conversations, each for itself; thrown is the first refusal, though others may have it. */
  forward(message: Message, conversationIds: readonly Id[]): Promise<void>;
}

export function createMessageActions(store: Store<State, Change>, rest: Rest): MessageActions {
  const self = () => selfOf(store.get())?.id ?? "";
  const now = () => new Date().toISOString();

  async function wish(message: Message, wished: Wish, ask: () => Promise<unknown>): Promise<void> {
    const [messageId, key] = [message.id, newClientId()];
    store.apply({ event: "wished", message, key, wish: wished });
    try {
      await ask();
      store.apply({ event: "wish_granted", messageId, key });
    } catch (error) {
      store.apply({ event: "wish_refused", messageId, key });
      throw error;
    }
  }

  return {
    edit: (message, content, mentions) =>
      wish(message, { is: "edit", content, at: now(), ...(mentions && { mentions }) }, () =>
        rest.edit(message.id, content, mentions),
      ),
    deleteForAll: (message) =>
      wish(message, { is: "delete", at: now() }, () => rest.deleteMessage(message.id, "all")),
    async deleteForMe({ id, conversationId }) {
      await rest.deleteMessage(id, "me");
      store.apply({ event: "hidden", conversationId, messageId: id });
    },
    react: (message, emoji) =>
      wish(message, { is: "react", emoji, by: self() }, () => rest.react(message.id, emoji)),
    unreact: (message, emoji) =>
      wish(message, { is: "unreact", emoji, by: self() }, () => rest.unreact(message.id, emoji)),
    pin: (message) => wish(message, { is: "pin", by: self(), at: now() }, () => rest.pin(message.id)),
    unpin: (message) => wish(message, { is: "unpin" }, () => rest.unpin(message.id)),
    async loadPins(conversationId) {
      const heard = () => store.get().conversations.get(conversationId)?.seq;
      for (let again = MOST_ASKED; again > 0; again--) {
        const before = heard();
        const { messages } = await rest.pins(conversationId);
        // what was heard meanwhile may be newer than the answer
        if (heard() === before || again === 1)
          store.apply({ event: "pins_loaded", conversationId, messages });
        if (heard() === before) return;
      }
    },
    async forward(message, conversationIds) {
      const { refused } = await rest.forward(message.id, conversationIds, newClientId());
      const [first] = refused ?? [];
      if (first) throw new Refused(first.error.code, first.error.message, first.error.retryable);
    },
  };
}
