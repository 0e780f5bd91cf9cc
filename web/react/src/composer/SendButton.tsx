// SPDX-License-Identifier: Apache-2.0
import { Check, Mic, SendHorizontal } from "lucide-react";
import { useEffect, useState } from "react";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Composer.module.css";

/** For how long the microphone takes no press after it has come: the second of two was meant for what stood there. */
const DEAF_FOR = 450;

export interface SendButtonProps {
  readonly is: "send" | "save" | "speak";
  readonly disabled: boolean;
  readonly onSpeak: () => void;
}

/** At the end of the composer: sends what is written, keeps what is changed, or records where nothing is written. */
export function SendButton({ is, disabled, onSpeak }: SendButtonProps) {
  const { words } = useLanguage();
  if (is === "speak") return <SpeakButton onSpeak={onSpeak} />;
  const [label, Icon] =
    is === "save" ? ([words.save, Check] as const) : ([words.send, SendHorizontal] as const);
  return (
    // the pointer does not take the focus away: on a phone the keyboard stays up
    <button
      type="submit"
      className={style.send}
      aria-label={label}
      title={label}
      disabled={disabled}
      onPointerDown={(event) => event.preventDefault()}
    >
      <Icon size={is === "save" ? 22 : 20} aria-hidden="true" />
    </button>
  );
}

function SpeakButton({ onSpeak }: Pick<SendButtonProps, "onSpeak">) {
  const { words } = useLanguage();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), DEAF_FOR);
    return () => clearTimeout(timer);
  }, []);
  return (
    <button
      type="button"
      className={style.send}
      aria-label={words.recordVoice}
      title={words.recordVoice}
      aria-disabled={!ready}
      onPointerDown={(event) => !ready && event.preventDefault()}
      onClick={() => ready && onSpeak()}
    >
      <Mic size={20} aria-hidden="true" />
    </button>
  );
}
