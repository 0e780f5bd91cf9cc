// SPDX-License-Identifier: Apache-2.0
import type { Message } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { PinOff } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../button/Button.js";
import { nameOf } from "../conversation-list/naming.js";
import { contentOf } from "../conversation-list/preview.js";
import { Dialog } from "../dialog/Dialog.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./PinBar.module.css";

export interface PinListProps {
  readonly pins: readonly Message[];
  readonly onGo: (seq: number) => void;
  readonly onClose: () => void;
}

/** All that is pinned, the latest pinned first. */
export default function PinList({ pins, onGo, onClose }: PinListProps) {
  const language = useLanguage();
  const { words, dates } = language;
  const client = usePalabre();
  const people = usePalabreState((state) => state.people);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const [failed, setFailed] = useState(false);
  return (
    <Dialog title={words.allPins} onClose={onClose}>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      <ul className={style.list} aria-label={words.allPins}>
        {pins.map((message) => (
          <li key={message.id}>
            <button type="button" onClick={() => onGo(message.seq)}>
              <strong>
                {nameOf(message.senderId, people, selfId, words)}
                <time dateTime={message.createdAt}>{dates.short(message.createdAt)}</time>
              </strong>
              <span dir="auto">{contentOf(message, language)}</span>
            </button>
            <IconButton
              label={words.unpinMessage}
              onClick={() => client.unpin(message).catch(() => setFailed(true))}
            >
              <PinOff size={18} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
