// SPDX-License-Identifier: Apache-2.0
import { Logo } from "../logo/Logo.js";
import { Notice } from "../notice/Notice.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { ConnectionBar } from "../web-socket-status/WebSocketStatus.js";
import style from "./ChatLayout.module.css";

/** Beside the list, before a conversation is chosen. */
export function NothingOpen() {
  const { words } = useLanguage();
  return (
    <div className={style.nothing}>
      <ConnectionBar />
      <Notice art={<Logo size={92} />} title={words.pickConversation} hint={words.pickConversationHint} />
    </div>
  );
}
