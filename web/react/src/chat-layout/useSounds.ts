// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, State } from "@palabre/sdk";
import { isMuted, selfOf } from "@palabre/sdk";
import { useEffect } from "react";
import { attentive } from "../chat-window/attention.js";
import { usePalabre } from "../provider/PalabreProvider.js";

const APART = 1_500;

/** A short sound for what arrives elsewhere, in one tab of the browser; none while one is busy. */
export function useSounds(on: boolean, current: Id | undefined): void {
  const client = usePalabre();
  useEffect(() => {
    if (!on) return;
    let last = Number.NEGATIVE_INFINITY;
    return client.onArrival((message) => {
      const looking = message.conversationId === current && attentive();
      if (looking || !worthASound(message, client.get()) || performance.now() - last < APART) return;
      last = performance.now();
      chime();
    });
  }, [client, current, on]);
}

function worthASound({ conversationId }: Message, state: State): boolean {
  const entry = state.conversations.get(conversationId);
  const silent = entry !== undefined && (isMuted(entry) || entry.me.archived);
  return state.leading && !silent && selfOf(state)?.status !== "busy";
}

/** Two soft notes. A browser that wants a click first stays silent until there was one. */
function chime(): void {
  if (typeof AudioContext === "undefined") return;
  const context = new AudioContext();
  if (context.state !== "running") return void context.close();
  const [first, second] = [note(context, 660, 0), note(context, 880, 0.11)];
  first.connect(context.destination);
  second.connect(context.destination);
  setTimeout(() => void context.close(), 1_000);
}

function note(context: AudioContext, frequency: number, after: number): AudioNode {
  const start = context.currentTime + after;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.0001, start);
  loudness.gain.exponentialRampToValueAtTime(0.12, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.35);
  tone.connect(loudness);
  tone.start(start);
  tone.stop(start + 0.4);
  return loudness;
}
