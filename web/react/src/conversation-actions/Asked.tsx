// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { peerOf, selfOf } from "@palabre/sdk";
import { lazy } from "react";
import { Confirm } from "../confirm/Confirm.js";
import { titleOf } from "../conversation-list/naming.js";
import { Menu } from "../menu/Menu.js";
import { Part } from "../part/Part.js";
import type { Spot } from "../popover/Popover.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { Ask } from "./useConversationItems.js";
import { useMuteItems } from "./useConversationItems.js";

const ReportDialog = lazy(() => import("../report/ReportDialog.js"));

export interface AskedProps {
  readonly what: Ask;
  readonly entry: Entry;
  readonly at: Spot;
  readonly onClose: () => void;
  readonly onFailed: () => void;
}

/** For how long; or whether really. */
export function Asked({ what, entry, at, onClose, onFailed }: AskedProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const mute = useMuteItems(entry, onFailed);
  const name = titleOf(entry, selfId, words);
  const peer = peerOf(entry, selfId);
  switch (what) {
    case "mute":
      return <Menu label={words.mute} at={at} items={mute} onClose={onClose} />;
    case "block":
      return (
        <Confirm
          title={words.blockAsk(name)}
          hint={words.blockHint}
          action={words.block}
          onConfirm={async () => peer && client.block(peer.id)}
          onClose={onClose}
        />
      );
    case "report":
      return (
        <Part over>
          <ReportDialog
            about={peer ? { userId: peer.id } : { conversationId: entry.conversation.id }}
            person={peer && { id: peer.id, name }}
            onClose={onClose}
          />
        </Part>
      );
    case "clear":
      return (
        <Confirm
          title={words.clearAsk}
          hint={words.clearHint}
          action={words.clearNow}
          onConfirm={() => client.clearConversation(entry.conversation.id)}
          onClose={onClose}
        />
      );
  }
}
