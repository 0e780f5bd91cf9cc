// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";
import type { Id, UserTyping } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

const AGAIN_AFTER = 3_000;
const STOPS_AFTER = 5_000;
const BELIEVED_FOR = 6_500;

export interface TypingActions {
  /** A key was pressed: the others hear of it, every 3 s at most, and that it ended 5 s after the last. */
  typing(conversationId: Id): void;
  stopTyping(conversationId: Id): void;
}

export interface Typing extends TypingActions {
  heard(event: UserTyping): void;
  /** What was typed has been sent: the server knows that it ended. */
  sent(conversationId: Id): void;
  stop(): void;
}

export function createTyping(store: Store<State, Change>, request: Connection["request"]): Typing {
  let mine: { conversationId: Id; saidAt: number; ends: ReturnType<typeof setTimeout> } | undefined;
  let fading: ReturnType<typeof setTimeout> | undefined;

  function stopTyping(conversationId: Id) {
    if (mine?.conversationId !== conversationId) return;
    sent(conversationId);
    void request("typing_stop", conversationId).catch(() => undefined);
  }

  function sent(conversationId: Id) {
    if (mine?.conversationId !== conversationId) return;
    clearTimeout(mine.ends);
    mine = undefined;
  }

  function fade() {
    const now = Date.now();
    store.apply({ event: "typing_expired", now });
    const until = [...store.get().typing.values()].flatMap((people) => [...people.values()]);
    fading = until.length > 0 ? setTimeout(fade, Math.max(50, Math.min(...until) - now)) : undefined;
  }

  return {
    typing(conversationId) {
      if (mine && mine.conversationId !== conversationId) stopTyping(mine.conversationId);
      const now = Date.now();
      const due = mine === undefined || now - mine.saidAt >= AGAIN_AFTER;
      clearTimeout(mine?.ends);
      mine = {
        conversationId,
        saidAt: due ? now : (mine?.saidAt ?? now),
        ends: setTimeout(() => stopTyping(conversationId), STOPS_AFTER),
      };
      if (due) void request("typing_start", conversationId).catch(() => undefined);
    },
    stopTyping,
    heard({ conversationId, userId, isTyping }) {
      const until = isTyping ? Date.now() + BELIEVED_FOR : undefined;
      store.apply({ event: "typing", conversationId, userId, until });
      if (isTyping) fading ??= setTimeout(fade, BELIEVED_FOR);
    },
    sent,
    stop() {
      clearTimeout(fading);
      clearTimeout(mine?.ends);
      fading = mine = undefined;
    },
  };
}
