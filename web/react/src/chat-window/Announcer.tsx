// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { useEffect, useRef, useState } from "react";
import { nameOf } from "../conversation-list/naming.js";
import { contentOf } from "../conversation-list/preview.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";

const TOGETHER = 1_000;

/** Tells screen readers what arrives in the open conversation: politely, once a second at most, never the history. */
export function Announcer({ conversationId }: { readonly conversationId: Id }) {
  const client = usePalabre();
  const { words } = useLanguage();
  const [text, setText] = useState("");
  const heard = useRef<Message[]>([]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.onArrival((message) => {
      if (message.conversationId !== conversationId) return;
      heard.current.push(message);
      timer ??= setTimeout(() => {
        timer = undefined;
        const [only, ...more] = heard.current.splice(0);
        if (!only) return;
        const name = nameOf(only.senderId, client.get().people, "", words);
        setText(
          more.length > 0
            ? words.newMessages(more.length + 1)
            : words.saidBy(name, contentOf(only, { words })),
        );
      }, TOGETHER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, conversationId, words]);

  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
