// SPDX-License-Identifier: Apache-2.0
import type { Entry, User } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { ChevronLeft } from "lucide-react";
import { Avatar } from "../avatar/Avatar.js";
import { PresenceDot, presenceOf } from "../avatar/PresenceDot.js";
import { IconButton } from "../button/Button.js";
import { faceOf } from "../conversation-list/naming.js";
import type { Language } from "../i18n/language.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./ChatWindow.module.css";

export function ChatHeader({ entry, onBack }: { readonly entry: Entry; readonly onBack: () => void }) {
  const language = useLanguage();
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const { shape, peer, ...face } = faceOf(entry, selfId, language.words);
  const about = peer ? presenceText(peer, language) : membersText(entry, selfId, language);
  return (
    <header className={style.header}>
      <IconButton label={language.words.back} onClick={onBack} className={style.back}>
        <ChevronLeft size={24} />
      </IconButton>
      <Avatar {...face} size="m" shape={shape}>
        <PresenceDot presence={presenceOf(peer)} />
      </Avatar>
      <div className={style.title}>
        <h2>{face.name}</h2>
        {about && <p>{about}</p>}
      </div>
    </header>
  );
}

/** What is known of somebody; nothing is said when nothing is. */
export function presenceText(user: User, { words, dates }: Language): string {
  switch (presenceOf(user)) {
    case "online":
      return user.statusText ?? words.online;
    case "busy":
      return words.busy;
    case "away":
      return words.away;
    case undefined:
      if (user.lastSeen) return words.lastSeen(dates.ago(user.lastSeen));
      return user.statusText ?? (user.isOnline === false ? words.offline : "");
  }
}

function membersText(entry: Entry, selfId: string, { words }: Language): string {
  const { members, memberCount } = entry.conversation;
  if (members.length < memberCount || members.length > 6) return words.members(memberCount);
  const others = members.filter((member) => member.user.id !== selfId);
  return [...others.map((member) => member.user.displayName.split(" ")[0]), words.you.toLowerCase()].join(
    ", ",
  );
}
