// SPDX-License-Identifier: Apache-2.0
const LOUDEST = 0.24;

/** Two soft notes, as loud as is said from 0 to 1. A browser that wants a click first stays silent until there was one. */
export function chime(volume: number): void {
  if (volume <= 0 || typeof AudioContext === "undefined") return;
  const context = new AudioContext();
  setTimeout(() => void context.close(), 1_000);
  const play = () => {
    for (const tone of [note(context, volume, 660, 0), note(context, volume, 880, 0.11)])
      tone.connect(context.destination);
  };
  if (context.state === "running") play();
  // some begin a moment later; what may not be heard yet is not heard later either
  else context.resume().then(play, () => undefined);
}

function note(context: AudioContext, volume: number, frequency: number, after: number): AudioNode {
  const start = context.currentTime + after;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0.0001, start);
  loudness.gain.exponentialRampToValueAtTime(LOUDEST * volume, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.35);
  tone.connect(loudness);
  tone.start(start);
  tone.stop(start + 0.4);
  return loudness;
}
