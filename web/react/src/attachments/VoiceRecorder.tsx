// SPDX-License-Identifier: Apache-2.0
import type { FileToSend } from "@palabre/sdk";
import { SendHorizontal, Square, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../provider/PalabreProvider.js";
import { durationText } from "./shown.js";
import { Player } from "./VoicePlayer.js";
import style from "./VoiceRecorder.module.css";

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const LONGEST = 15 * 60;

export interface VoiceRecorderProps {
  readonly onSend: (file: FileToSend) => void;
  readonly onClose: () => void;
}

/** Takes the composer's place while one speaks: time and level, then listen, send or drop it. */
export default function VoiceRecorder({ onSend, onClose }: VoiceRecorderProps) {
  const { words } = useLanguage();
  const [state, setState] = useState<"asking" | "recording" | "done" | "refused">("asking");
  const [seconds, setSeconds] = useState(0);
  const [level, setLevel] = useState(0);
  const [said, setSaid] = useState<{ blob: Blob; address: string }>();
  const recorder = useRef<MediaRecorder>(undefined);
  const wanted = useRef(false);
  const time = useRef(0);
  const whole = useRef<HTMLElement>(null);

  // the button that brought it has gone
  useEffect(() => whole.current?.focus(), []);

  useEffect(() => {
    let gone = false;
    let stop = () => {};
    listen().catch(() => {
      stop();
      setState("refused");
    });

    async function listen() {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      stop = () => stream.getTracks().forEach((track) => void track.stop());
      if (gone) stop();
      else begin(stream);
    }

    function begin(stream: MediaStream) {
      const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one)) ?? "";
      const parts: Blob[] = [];
      const one = new MediaRecorder(stream, { ...(type && { mimeType: type }) });
      recorder.current = one;
      const sound = new AudioContext();
      const ear = sound.createAnalyser();
      ear.fftSize = 256;
      sound.createMediaStreamSource(stream).connect(ear);
      const heard = new Uint8Array(ear.fftSize);
      const started = performance.now();
      const timer = setInterval(() => {
        time.current = (performance.now() - started) / 1000;
        setSeconds(time.current);
        ear.getByteTimeDomainData(heard);
        setLevel(Math.max(...heard.map((value) => Math.abs(value - 128))) / 128);
        if (time.current > LONGEST) one.stop();
      }, 100);
      one.ondataavailable = ({ data }) => parts.push(data);
      one.onstop = () => {
        clearInterval(timer);
        stop();
        void sound.close();
        if (gone) return;
        const blob = new Blob(parts, { type: one.mimeType.split(";")[0] ?? "audio/webm" });
        setSaid({ blob, address: URL.createObjectURL(blob) });
        setState("done");
      };
      one.start();
      setState("recording");
    }

    return () => {
      gone = true;
      if (recorder.current?.state === "recording") recorder.current.stop();
      stop();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has been said
  useEffect(() => {
    if (!said) return;
    if (wanted.current) send(said.blob);
    return () => URL.revokeObjectURL(said.address);
  }, [said]);

  function send(blob: Blob) {
    wanted.current = false;
    const name = `voice.${blob.type.split("/")[1] ?? "webm"}`;
    onSend({ blob, name, kind: "voice", duration: Math.round(time.current * 10) / 10 });
    onClose();
  }

  function sendNow() {
    if (said) return send(said.blob);
    wanted.current = true;
    recorder.current?.stop();
  }

  return (
    <section ref={whole} tabIndex={-1} className={style.recorder} aria-label={words.voiceMessage}>
      <button
        type="button"
        className={style.drop}
        aria-label={words.cancel}
        title={words.cancel}
        onClick={onClose}
      >
        <Trash2 size={20} aria-hidden="true" />
      </button>
      <div className={style.middle} role="status">
        {state === "refused" && <span>{words.microphoneRefused}</span>}
        {state === "asking" && <span>{words.microphoneAsked}</span>}
        {state === "recording" && (
          <>
            <span className={style.light} style={{ scale: String(0.7 + level * 1.2) }} aria-hidden="true" />
            <span>{words.recording}</span>
            <span className={style.time}>{durationText(seconds)}</span>
          </>
        )}
        {said && <Player drawing={said.address} address={said.address} length={seconds} />}
      </div>
      {state === "recording" && (
        <button
          type="button"
          className={style.stop}
          aria-label={words.stopRecording}
          title={words.stopRecording}
          onClick={() => recorder.current?.stop()}
        >
          <Square size={16} fill="currentColor" aria-hidden="true" />
        </button>
      )}
      {(state === "recording" || state === "done") && (
        <button
          type="button"
          className={style.send}
          aria-label={words.send}
          title={words.send}
          onClick={sendNow}
        >
          <SendHorizontal size={20} aria-hidden="true" />
        </button>
      )}
    </section>
  );
}
