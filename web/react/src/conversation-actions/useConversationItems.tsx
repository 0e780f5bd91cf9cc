// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { isMuted, isUnread, peerOf, selfOf } from "@palabre/sdk";
import {
  Archive,
  ArchiveRestore,
  Ban,
  Bell,
  BellOff,
  Flag,
  Mail,
  MailOpen,
  Pin,
  PinOff,
  Trash2,
} from "lucide-react";
import type { MenuItem } from "../menu/Menu.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { ALWAYS } from "./muting.js";

/** What has to be asked first. */
export type Ask = "mute" | "block" | "clear" | "report";

const HOUR = 3_600_000;

/** What one may do with a conversation in one's own list. */
export function useConversationItems(
  entry: Entry,
  ask: (what: Ask) => void,
  onFailed: () => void,
): MenuItem[] {
  const { words } = useLanguage();
  const client = usePalabre();
  const { id } = entry.conversation;
  const { pinned = false, archived = false } = entry.me;
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const peer = peerOf(entry, selfId);
  const blocked = usePalabreState((state) => peer !== undefined && state.blocked.has(peer.id));
  const unread = isUnread(entry);
  const attempt = (doing: Promise<unknown>) => void doing.catch(onFailed);

  const items: MenuItem[] = [
    {
      label: pinned ? words.unpinMessage : words.pinMessage,
      icon: pinned ? <PinOff size={18} /> : <Pin size={18} />,
      run: () => attempt(client.changeMe(id, { pinned: !pinned })),
    },
    isMuted(entry)
      ? {
          label: words.unmute,
          icon: <Bell size={18} />,
          run: () => attempt(client.changeMe(id, { mutedUntil: null })),
        }
      : { label: words.mute, icon: <BellOff size={18} />, run: () => ask("mute") },
    {
      label: unread ? words.markRead : words.markUnread,
      icon: unread ? <MailOpen size={18} /> : <Mail size={18} />,
      run: () => {
        if (unread) client.markRead(id);
        if (!unread || entry.me.markedUnread) attempt(client.changeMe(id, { markedUnread: !unread }));
      },
    },
    {
      label: archived ? words.unarchive : words.archive,
      icon: archived ? <ArchiveRestore size={18} /> : <Archive size={18} />,
      run: () => attempt(client.changeMe(id, { archived: !archived })),
    },
  ];
  if (peer)
    items.push({
      label: blocked ? words.unblock : words.block,
      icon: <Ban size={18} />,
      apart: true,
      danger: !blocked,
      run: () => (blocked ? attempt(client.unblock(peer.id)) : ask("block")),
    });
  items.push({
    label: words.report,
    icon: <Flag size={18} />,
    danger: true,
    ...(!peer && { apart: true }),
    run: () => ask("report"),
  });
  items.push({
    label: words.clearConversation,
    icon: <Trash2 size={18} />,
    danger: true,
    run: () => ask("clear"),
  });
  return items;
}

/** For how long a conversation may be silent. */
export function useMuteItems(entry: Entry, onFailed: () => void): MenuItem[] {
  const { words } = useLanguage();
  const client = usePalabre();
  const until = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
  const choices: [string, () => string][] = [
    [words.muteHour, () => until(1)],
    [words.muteHours, () => until(8)],
    [words.muteWeek, () => until(7 * 24)],
    [words.muteAlways, () => ALWAYS],
  ];
  return choices.map(([label, end]) => ({
    label,
    run: () => void client.changeMe(entry.conversation.id, { mutedUntil: end() }).catch(onFailed),
  }));
}
