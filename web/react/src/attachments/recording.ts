// SPDX-License-Identifier: Apache-2.0
import { createStore, type Readable } from "@palabre/sdk";

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const LONGEST = 15 * 60;
const LOOK_EVERY = 100;

/** What was said, whole. */
export interface Spoken {
  readonly blob: Blob;
  /** To listen to it. */
  readonly address: string;
  readonly seconds: number;
}

export type RecordingState =
  | { readonly is: "asking" | "refused" | "dropped" }
  | { readonly is: "recording"; readonly seconds: number; readonly level: number }
  | { readonly is: "done"; readonly spoken: Spoken };

/** Somebody speaking into the microphone. It is there on its own, whatever is on the screen. */
export interface Recording extends Readable<RecordingState> {
  /** Ends it, and gives what was said; nothing where nothing was. */
  stop(): Promise<Spoken | undefined>;
  /** What was said is not wanted, or has been sent. */
  drop(): void;
}

export function beginRecording(): Recording {
  const store = createStore<RecordingState, RecordingState>({ is: "asking" }, (_, next) => next);
  const dropped = () => store.get().is === "dropped";
  let finish = () => {};
  let silence = () => {};

  async function listen() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    silence = () => stream.getTracks().forEach((track) => void track.stop());
    if (dropped()) silence();
    else record(stream);
  }

  function record(stream: MediaStream) {
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
    const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
    const parts: Blob[] = [];
    const ear = listenTo(stream);
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    const look = () => {
      store.apply({ is: "recording", seconds: seconds(), level: ear.level() });
      if (seconds() > LONGEST) finish();
    };
    const timer = setInterval(look, LOOK_EVERY);
    finish = () => recorder.state === "recording" && recorder.stop();
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      clearInterval(timer);
      silence();
      ear.close();
      if (!dropped()) store.apply({ is: "done", spoken: whole(parts, recorder.mimeType, seconds()) });
    };
    recorder.start();
    look();
  }

  listen().catch(() => {
    silence();
    if (!dropped()) store.apply({ is: "refused" });
  });

  return {
    get: store.get,
    subscribe: store.subscribe,
    stop() {
      finish();
      return ended(store);
    },
    drop() {
      const before = store.get();
      if (before.is === "done") URL.revokeObjectURL(before.spoken.address);
      store.apply({ is: "dropped" });
      finish();
    },
  };
}

function ended({ get, subscribe }: Readable<RecordingState>): Promise<Spoken | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      const state = get();
      if (state.is === "recording") return;
      unsubscribe();
      resolve(state.is === "done" ? state.spoken : undefined);
    };
    const unsubscribe = subscribe(look);
    look();
  });
}

/** How loud it is, from 0 to 1. */
function listenTo(stream: MediaStream) {
  const sound = new AudioContext();
  const ear = sound.createAnalyser();
  ear.fftSize = 256;
  sound.createMediaStreamSource(stream).connect(ear);
  const heard = new Uint8Array(ear.fftSize);
  return {
    level() {
      ear.getByteTimeDomainData(heard);
      return Math.max(...heard.map((value) => Math.abs(value - 128))) / 128;
    },
    close: () => void sound.close(),
  };
}

function whole(parts: readonly Blob[], mimeType: string, seconds: number): Spoken {
  const blob = new Blob([...parts], { type: mimeType.split(";")[0] ?? "audio/webm" });
  return { blob, address: URL.createObjectURL(blob), seconds: Math.round(seconds * 10) / 10 };
}
