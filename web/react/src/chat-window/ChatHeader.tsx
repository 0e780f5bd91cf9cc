// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { ChevronLeft, Search } from "lucide-react";
import { Avatar } from "../avatar/Avatar.js";
import { IconButton } from "../button/Button.js";
import { classes } from "../classes.js";
import { faceOf } from "../conversation-list/naming.js";
import type { Language } from "../i18n/language.js";
import { LiveDot } from "../presence/PresenceDot.js";
import { usePresenceText } from "../presence/presenceText.js";
import { useTypingText } from "../presence/typingText.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./ChatWindow.module.css";

export interface ChatHeaderProps {
  readonly entry: Entry;
  readonly onBack: () => void;
  readonly onDetails?: (() => void) | undefined;
  readonly onSearch?: () => void;
}

/** Whom one talks to; a click shows more about them. */
export function ChatHeader({ entry, onBack, onDetails, onSearch }: ChatHeaderProps) {
  const language = useLanguage();
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const { shape, peer, ...face } = faceOf(entry, selfId, language.words);
  const presence = usePresenceText(peer?.id);
  const typing = useTypingText(entry);
  const about = peer ? presence : membersText(entry, selfId, language);
  return (
    <header className={style.header}>
      <IconButton label={language.words.back} onClick={onBack} className={style.back}>
        <ChevronLeft size={24} />
      </IconButton>
      <div className={style.subject}>
        <Avatar {...face} size="m" shape={shape}>
          <LiveDot userId={peer?.id} />
        </Avatar>
        <div className={style.title}>
          <h2>{face.name}</h2>
          {(typing ?? about) && (
            <p className={classes(typing !== undefined && style.typing)}>{typing ?? about}</p>
          )}
        </div>
        {onDetails && (
          <button
            type="button"
            className={style.details}
            aria-label={language.words.details}
            title={language.words.details}
            onClick={onDetails}
          />
        )}
      </div>
      {onSearch && (
        <IconButton label={language.words.searchInside} onClick={onSearch}>
          <Search size={20} aria-hidden="true" />
        </IconButton>
      )}
    </header>
  );
}

function membersText(entry: Entry, selfId: string, { words }: Language): string {
  const { members, memberCount } = entry.conversation;
  if (members.length < memberCount || members.length > 6) return words.members(memberCount);
  const others = members.filter((member) => member.user.id !== selfId);
  return [...others.map((member) => member.user.displayName.split(" ")[0]), words.you.toLowerCase()].join(
    ", ",
  );
}
