// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { useState } from "react";
import { titleOf } from "../conversation-list/naming.js";
import { Menu } from "../menu/Menu.js";
import type { Spot } from "../popover/Popover.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import { Asked } from "./Asked.js";
import type { Ask } from "./useConversationItems.js";
import { useConversationItems } from "./useConversationItems.js";

export interface ConversationMenuProps {
  readonly entry: Entry;
  readonly at: Spot;
  readonly onClose: () => void;
  readonly onFailed: () => void;
}

/** Pin, mute, archive, mark unread, block, empty: at the pointer or the finger. */
export default function ConversationMenu({ entry, at, onClose, onFailed }: ConversationMenuProps) {
  const { words } = useLanguage();
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const [asked, setAsked] = useState<Ask>();
  const items = useConversationItems(entry, setAsked, onFailed);
  const closing = (run: () => void) => () => {
    run();
    onClose();
  };
  if (asked) return <Asked what={asked} entry={entry} at={at} onClose={onClose} onFailed={onFailed} />;
  const asks = new Set([words.mute, words.block, words.report, words.clearConversation]);
  return (
    <Menu
      label={words.actionsFor(titleOf(entry, selfId, words))}
      at={at}
      keep
      items={items.map((item) => (asks.has(item.label) ? item : { ...item, run: closing(item.run) }))}
      onClose={onClose}
    />
  );
}
