// SPDX-License-Identifier: Apache-2.0

import type { Id } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "../button/Button.js";
import { useRoom } from "../chat-layout/room.js";
import { useLayer } from "../layers/layers.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Details.module.css";
import { GroupDetails } from "./GroupDetails.js";
import { PersonDetails } from "./PersonDetails.js";
import { Shared } from "./Shared.js";

export interface DetailsProps {
  readonly conversationId: Id;
  readonly onClose: () => void;
  /** With a number, at that message. */
  readonly onOpen: (conversationId: Id, seq?: number) => void;
  readonly onLeave: (conversationId: Id, title: string) => Promise<void>;
}

/** Beside the conversation, or over it where there is no room: who is in it, and what one may do with it. */
export default function Details({ conversationId, onClose, onOpen, onLeave }: DetailsProps) {
  const { words } = useLanguage();
  const entry = usePalabreState((state) => state.conversations.get(conversationId));
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const panel = useRef<HTMLElement>(null);
  useLayer(onClose, useRoom() !== "wide");

  useEffect(() => {
    const before = document.activeElement;
    panel.current?.querySelector("button")?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  if (!entry) return null;
  const group = entry.conversation.type === "group";
  const shared = (
    <Shared
      key={conversationId}
      conversationId={conversationId}
      onGo={(seq) => onOpen(conversationId, seq)}
    />
  );
  const title = group ? words.groupDetails : words.contactDetails;
  return (
    <aside
      ref={panel}
      className={style.panel}
      aria-label={title}
      onKeyDown={(event) => {
        // not what lies over it: that closes by itself
        const here = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (!here || event.key !== "Escape" || event.defaultPrevented) return;
        // nor what it lies in
        event.preventDefault();
        onClose();
      }}
    >
      <header className={style.header}>
        <IconButton label={words.close} onClick={onClose}>
          <X size={22} aria-hidden="true" />
        </IconButton>
        <h2>{title}</h2>
      </header>
      <div className={style.body}>
        {group ? (
          <GroupDetails entry={entry} selfId={selfId} onLeave={onLeave} onOpen={onOpen}>
            {shared}
          </GroupDetails>
        ) : (
          <PersonDetails entry={entry} selfId={selfId}>
            {shared}
          </PersonDetails>
        )}
      </div>
    </aside>
  );
}
