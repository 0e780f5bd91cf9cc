// SPDX-License-Identifier: Apache-2.0
import type { Entry, Message } from "@palabre/sdk";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Step } from "../message-actions/MessageMenu.js";
import { useTurn } from "../message-actions/Turn.js";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import { usePalabre } from "../provider/PalabreProvider.js";
import type { Named } from "../rich-text/parse.js";
import type { BubbleContext } from "./Bubble.js";
import { useQuoted } from "./useQuoted.js";

const SAID_FOR = 4_000;

export interface Bubbles {
  readonly entry: Entry;
  readonly messages: readonly Message[] | undefined;
  readonly selfId: string;
  /** To a message, from the one that answers it. */
  readonly jump: (seq: number, from: number) => void;
}

/** What keys do with the message that has the focus. */
export interface BubbleKeys {
  openMenu(element: HTMLElement): void;
  reply(element: HTMLElement): void;
}

/** What can be done with the messages of a list, the same for all of them, and the menu of one. */
export function useBubbles({ entry, messages, selfId, jump }: Bubbles) {
  const client = usePalabre();
  const [menu, setMenu] = useState<{ message: Message; at: Spot; step?: Step }>();
  const [failed, setFailed] = useState(false);
  const { id, members } = entry.conversation;
  const named = useNamed(members);
  const { take } = useTurn();
  const quoted = useQuoted(messages);
  const fail = useCallback(() => setFailed(true), []);

  useEffect(() => {
    if (!failed) return;
    const timer = setTimeout(() => setFailed(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [failed]);

  const context = useMemo((): BubbleContext & BubbleKeys => {
    const find = (messageId: string | undefined) =>
      client
        .get()
        .timelines.get(id)
        ?.messages.find((message) => message.id === messageId);
    return {
      selfId,
      named,
      quoted,
      onMenu: (message, at, step) => setMenu({ message, at, ...(step && { step }) }),
      onReact: (message, emoji, mine) =>
        void (mine ? client.unreact(message, emoji) : client.react(message, emoji)).catch(fail),
      onJump: (id, from) => {
        const message = quoted(id);
        if (message) jump(message.seq, from);
        // it may be on its way still, or did not come
        else client.message(id).then(({ seq }) => jump(seq, from), fail);
      },
      openMenu(element) {
        const message = find(element.dataset.message);
        const bubble = element.querySelector("[dir]") ?? element;
        if (message) setMenu({ message, at: below(bubble) });
      },
      reply(element) {
        const message = find(element.dataset.message);
        if (message && !message.deletedAt) take({ is: "reply", to: message });
      },
    };
  }, [client, fail, id, jump, named, quoted, selfId, take]);

  // as it is now, whatever became of it since the menu was opened
  const now = menu && messages?.find((message) => message.id === menu.message.id);
  const shown = menu && { ...menu, message: now ?? menu.message };
  return { context, menu: shown, closeMenu: useCallback(() => setMenu(undefined), []), failed, fail };
}

/** Who is in it; the same for as long as their names are, whatever they read meanwhile. */
function useNamed(members: Entry["conversation"]["members"]): readonly Named[] {
  const names = JSON.stringify(members.map(({ user }) => ({ id: user.id, name: user.displayName })));
  return useMemo(() => JSON.parse(names) as readonly Named[], [names]);
}
