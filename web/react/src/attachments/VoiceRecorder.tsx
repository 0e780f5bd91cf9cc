// SPDX-License-Identifier: Apache-2.0
import type { FileToSend } from "@palabre/sdk";
import { SendHorizontal, Square, Trash2 } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useBegun } from "../composer/begun.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import type { Recording, Spoken } from "./recording.js";
import { beginRecording } from "./recording.js";
import { durationText } from "./shown.js";
import { Player } from "./VoicePlayer.js";
import style from "./VoiceRecorder.module.css";

export interface VoiceRecorderProps {
  readonly onSend: (file: FileToSend) => void;
  readonly onClose: () => void;
}

/** Takes the composer's place while one speaks: time and level, then listen, send or drop it. */
export default function VoiceRecorder(props: VoiceRecorderProps) {
  const recording = useRecording();
  return recording && <Recorder recording={recording} {...props} />;
}

/** The one of this conversation. What was said until one went elsewhere waits there for one to come back. */
function useRecording(): Recording | undefined {
  const [begun, keep] = useBegun("recording", undefined);
  const [recording, setRecording] = useState<Recording>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one, as long as it is shown
  useEffect(() => {
    const one = begun ?? beginRecording();
    setRecording(one);
    keep(one);
    return () => {
      const { is } = one.get();
      if (is === "recording") void one.stop();
      if (is === "recording" || is === "done") return;
      one.drop();
      keep(undefined);
    };
  }, []);
  return recording;
}

function Recorder({ recording, onSend, onClose }: VoiceRecorderProps & { readonly recording: Recording }) {
  const { words } = useLanguage();
  const [, keep] = useBegun("recording", undefined);
  const state = useSyncExternalStore(recording.subscribe, recording.get);
  const whole = useRef<HTMLElement>(null);

  // the button that brought it has gone
  useEffect(() => whole.current?.focus(), []);

  function close() {
    recording.drop();
    keep(undefined);
    onClose();
  }

  async function send() {
    const spoken = await recording.stop();
    if (!spoken) return;
    onSend(asFile(spoken));
    close();
  }

  return (
    <section ref={whole} tabIndex={-1} className={style.recorder} aria-label={words.voiceMessage}>
      <button
        type="button"
        className={style.drop}
        aria-label={words.cancel}
        title={words.cancel}
        onClick={close}
      >
        <Trash2 size={20} aria-hidden="true" />
      </button>
      <div className={style.middle} role="status">
        {state.is === "refused" && <span>{words.microphoneRefused}</span>}
        {state.is === "asking" && <span>{words.microphoneAsked}</span>}
        {state.is === "recording" && (
          <>
            <span
              className={style.light}
              style={{ scale: String(0.7 + state.level * 1.2) }}
              aria-hidden="true"
            />
            <span>{words.recording}</span>
            <span className={style.time}>{durationText(state.seconds)}</span>
          </>
        )}
        {state.is === "done" && (
          <Player
            drawing={state.spoken.address}
            address={state.spoken.address}
            length={state.spoken.seconds}
          />
        )}
      </div>
      {state.is === "recording" && (
        <button
          type="button"
          className={style.stop}
          aria-label={words.stopRecording}
          title={words.stopRecording}
          onClick={() => void recording.stop()}
        >
          <Square size={16} fill="currentColor" aria-hidden="true" />
        </button>
      )}
      {(state.is === "recording" || state.is === "done") && (
        <button
          type="button"
          className={style.send}
          aria-label={words.send}
          title={words.send}
          onClick={() => void send()}
        >
          <SendHorizontal size={20} aria-hidden="true" />
        </button>
      )}
    </section>
  );
}

function asFile({ blob, seconds }: Spoken): FileToSend {
  return { blob, name: `voice.${blob.type.split("/")[1] ?? "webm"}`, kind: "voice", duration: seconds };
}
