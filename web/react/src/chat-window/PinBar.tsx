// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { List, Pin } from "lucide-react";
import { lazy, useEffect, useState } from "react";
import { IconButton } from "../button/Button.js";
import { contentOf } from "../conversation-list/preview.js";
import { Part } from "../part/Part.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./PinBar.module.css";

const PinList = lazy(() => import("./PinList.js"));

export interface PinBarProps {
  readonly conversationId: Id;
  readonly onGo: (seq: number) => void;
}

/** What is pinned in a conversation: a click goes there, the next click to the one pinned before. */
export function PinBar({ conversationId, onGo }: PinBarProps) {
  const language = useLanguage();
  const { words } = language;
  const client = usePalabre();
  const pins = usePalabreState((state) => state.pins.get(conversationId));
  const connected = usePalabreState((state) => state.status === "connected");
  const [turn, setTurn] = useState(0);
  const [listed, setListed] = useState(false);

  useEffect(() => {
    if (connected) client.loadPins(conversationId).catch(() => undefined);
  }, [client, connected, conversationId]);

  const at = pins ? turn % Math.max(1, pins.length) : 0;
  const message = pins?.[at];
  if (!pins || !message) return null;
  return (
    <div className={style.bar}>
      <button
        type="button"
        className={style.pin}
        onClick={() => {
          onGo(message.seq);
          setTurn(at + 1);
        }}
      >
        <Pin size={16} aria-hidden="true" />
        <span className={style.said}>
          <strong>{pins.length > 1 ? words.pinnedOf(at + 1, pins.length) : words.pinnedMessage}</strong>
          <span dir="auto">{contentOf(message, language)}</span>
        </span>
      </button>
      {pins.length > 1 && (
        <IconButton label={words.allPins} onClick={() => setListed(true)}>
          <List size={20} aria-hidden="true" />
        </IconButton>
      )}
      {listed && (
        <Part over>
          <PinList
            pins={pins}
            onGo={(seq) => {
              setListed(false);
              onGo(seq);
            }}
            onClose={() => setListed(false)}
          />
        </Part>
      )}
    </div>
  );
}
