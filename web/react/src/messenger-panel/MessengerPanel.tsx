// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { useEffect, useState } from "react";
import { Dialog } from "../dialog/Dialog.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { ChatModuleAdvanced } from "../seeds/ChatModuleAdvanced.js";
import style from "./MessengerPanel.module.css";

export interface MessengerPanelProps {
  /** Shown first; without one, the list. */
  readonly conversationId: Id | undefined;
  readonly onClose: () => void;
}

/** The messenger over a page that has none: at its side, or on all of a phone. */
export default function MessengerPanel({ conversationId, onClose }: MessengerPanelProps) {
  const { words } = useLanguage();
  // what measures itself and takes the focus can only do so in a dialog that is open
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(true), []);
  return (
    <Dialog title={words.messagesTitle} shape="side" onClose={onClose}>
      <div className={style.messenger}>
        {shown && <ChatModuleAdvanced {...(conversationId !== undefined && { conversationId })} />}
      </div>
    </Dialog>
  );
}
