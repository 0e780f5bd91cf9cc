// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, State } from "@palabre/sdk";
import { isMuted, selfOf } from "@palabre/sdk";
import { useEffect } from "react";
import { attentive } from "../chat-window/attention.js";
import { usePalabre } from "../provider/PalabreProvider.js";
import type { Preferences } from "../settings/preferences.js";
import { isQuiet, USUAL_VOLUME } from "../settings/preferences.js";

const APART = 1_500;

/** A short sound for what arrives elsewhere, in one tab of the browser; none in quiet hours and while one is busy. */
export function useSounds(
  { sounds = true, volume = USUAL_VOLUME, quiet }: Preferences,
  current: Id | undefined,
): void {
  const client = usePalabre();
  useEffect(() => {
    if (!sounds) return;
    let last = Number.NEGATIVE_INFINITY;
    return client.onArrival((message) => {
      const looking = message.conversationId === current && attentive();
      if (looking || isQuiet(quiet, new Date()) || performance.now() - last < APART) return;
      if (!worthASound(message, client.get())) return;
      last = performance.now();
      // what makes the sound comes with the first one
      void import("../sounds/chime.js").then(
        ({ chime }) => chime(volume),
        // not to be had without a network: nothing is heard
        () => undefined,
      );
    });
  }, [client, current, sounds, volume, quiet]);
}

function worthASound({ conversationId }: Message, state: State): boolean {
  const entry = state.conversations.get(conversationId);
  const silent = entry !== undefined && (isMuted(entry) || entry.me.archived);
  return state.leading && !silent && selfOf(state)?.status !== "busy";
}
