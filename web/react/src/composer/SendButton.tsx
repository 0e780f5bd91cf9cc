// SPDX-License-Identifier: Apache-2.0
import { Check, Mic, SendHorizontal } from "lucide-react";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Composer.module.css";

export interface SendButtonProps {
  readonly is: "send" | "save" | "speak";
  readonly disabled: boolean;
  readonly onSpeak: () => void;
}

/** At the end of the composer: sends what is written, keeps what is changed, or records where nothing is written. */
export function SendButton({ is, disabled, onSpeak }: SendButtonProps) {
  const { words } = useLanguage();
  const [label, Icon] = {
    send: [words.send, SendHorizontal] as const,
    save: [words.save, Check] as const,
    speak: [words.recordVoice, Mic] as const,
  }[is];
  if (is === "speak")
    return (
      <button type="button" className={style.send} aria-label={label} title={label} onClick={onSpeak}>
        <Icon size={20} aria-hidden="true" />
      </button>
    );
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
