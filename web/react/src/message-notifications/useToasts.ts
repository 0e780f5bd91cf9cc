// SPDX-License-Identifier: Apache-2.0
import type { Id, Message } from "@palabre/sdk";
import { isMuted, unreadOf } from "@palabre/sdk";
import { useCallback, useEffect, useState } from "react";
import { attentive } from "../chat-window/attention.js";
import { usePalabre } from "../provider/PalabreProvider.js";
import type { QuietHours } from "../settings/preferences.js";
import { isQuiet } from "../settings/preferences.js";

const MOST = 3;

/** The latest message of each conversation that is not on the screen, the newest first. */
export function useToasts(
  current: Id | undefined,
  quiet: QuietHours | undefined,
): {
  toasts: readonly Message[];
  dismiss: (conversationId: Id) => void;
} {
  const client = usePalabre();
  const [toasts, setToasts] = useState<readonly Message[]>([]);
  const dismiss = useCallback(
    (id: Id) => setToasts((shown) => shown.filter((one) => one.conversationId !== id)),
    [],
  );

  useEffect(
    () =>
      client.onArrival((message) => {
        if ((message.conversationId === current && attentive()) || isQuiet(quiet, new Date())) return;
        const entry = client.get().conversations.get(message.conversationId);
        if (entry && isMuted(entry)) return;
        setToasts((shown) =>
          [message, ...shown.filter((one) => one.conversationId !== message.conversationId)].slice(0, MOST),
        );
      }),
    [client, current, quiet],
  );

  // read here or elsewhere: nothing is left to tell
  useEffect(
    () =>
      client.subscribe(() => {
        const { conversations } = client.get();
        setToasts((shown) => {
          const left = shown.filter(({ conversationId, ord }) => {
            const entry = conversations.get(conversationId);
            return entry === undefined || unreadOf(entry) > 0 || entry.me.readOrd < (ord ?? 0);
          });
          return left.length === shown.length ? shown : left;
        });
      }),
    [client],
  );

  return { toasts, dismiss };
}
