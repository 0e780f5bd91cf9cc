// SPDX-License-Identifier: Apache-2.0
import { Pause, Play } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useLanguage } from "../provider/PalabreProvider.js";
import type { ShownFile } from "./shown.js";
import { durationText } from "./shown.js";
import { useAddress } from "./useAddress.js";
import style from "./VoicePlayer.module.css";

const BARS = 36;
const SPEEDS = [1, 1.5, 2];

/** A voice message. */
export function VoicePlayer({ file }: { readonly file: ShownFile }) {
  const address = useAddress(file);
  const length = file.attachment?.duration ?? file.pending?.duration ?? 0;
  return <Player drawing={file.key} address={address} length={length} />;
}

export interface PlayerProps {
  /** Decides the drawing of its sound. */
  readonly drawing: string;
  readonly address: string | undefined;
  /** In seconds. */
  readonly length: number;
}

/** Something said: play, how far one is, and faster. */
export function Player({ drawing, address, length }: PlayerProps) {
  const { words } = useLanguage();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [speed, setSpeed] = useState(0);
  const bars = useMemo(() => barsOf(drawing), [drawing]);
  const part = length > 0 ? Math.min(1, at / length) : 0;

  function toggle() {
    if (playing) audio.current?.pause();
    else void audio.current?.play().catch(() => setPlaying(false));
  }

  function faster() {
    const next = (speed + 1) % SPEEDS.length;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = SPEEDS[next] ?? 1;
  }

  return (
    <div className={style.player}>
      <button
        type="button"
        className={style.play}
        aria-label={playing ? words.pause : words.listen}
        onClick={toggle}
      >
        {playing ? <Pause size={20} fill="currentColor" /> : <Play size={20} fill="currentColor" />}
      </button>
      <div className={style.wave}>
        {bars.map((height, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          <span key={index} data-said={index / BARS < part} style={{ height: `${height}%` }} />
        ))}
        <input
          type="range"
          min={0}
          max={Math.max(length, 0.1)}
          step={0.1}
          value={at}
          aria-label={words.position}
          onChange={({ target }) => {
            if (audio.current) audio.current.currentTime = Number(target.value);
            setAt(Number(target.value));
          }}
        />
      </div>
      <span className={style.time}>{durationText(playing || at > 0 ? at : length)}</span>
      {playing && (
        <button type="button" className={style.speed} aria-label={words.speed} onClick={faster}>
          {SPEEDS[speed]}×
        </button>
      )}
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote down what was said */}
      <audio
        ref={audio}
        src={address}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        // its place with the server took that of what is still here
        onEmptied={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
    </div>
  );
}

/** A drawing of speech, always the same for the same message. */
function barsOf(key: string): readonly number[] {
  let state = 7;
  for (const character of key) state = (Math.imul(state, 31) + character.charCodeAt(0)) >>> 0;
  return Array.from({ length: BARS }, (_, index) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 18 + (state / 2 ** 32) * 62 * (0.55 + 0.45 * Math.sin((index / BARS) * Math.PI * 3) ** 2);
  });
}
