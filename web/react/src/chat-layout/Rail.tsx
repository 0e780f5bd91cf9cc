// SPDX-License-Identifier: Apache-2.0
import { selfOf, unreadTotal } from "@palabre/sdk";
import { MessageCircle, UsersRound } from "lucide-react";
import { Avatar } from "../avatar/Avatar.js";
import type { Section } from "../left-sidebar/LeftSidebar.js";
import { Logo } from "../logo/Logo.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Rail.module.css";

export interface RailProps {
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onSettings: () => void;
}

/** The sections: at the left on a desktop, at the bottom on a phone. */
export function Rail({ section, onSection, onSettings }: RailProps) {
  const { words } = useLanguage();
  const self = usePalabreState(selfOf);
  const unread = usePalabreState(unreadTotal);
  return (
    <nav className={style.rail} aria-label={words.sections}>
      <span className={style.logo}>
        <Logo size={38} />
      </span>
      <button
        type="button"
        aria-current={section === "conversations" ? "page" : undefined}
        onClick={() => onSection("conversations")}
      >
        <span className={style.icon}>
          <MessageCircle size={22} aria-hidden="true" />
          {unread > 0 && <span className={style.badge}>{unread > 99 ? "99+" : unread}</span>}
        </span>
        <span className={style.label}>{words.conversations}</span>
      </button>
      <button
        type="button"
        aria-current={section === "contacts" ? "page" : undefined}
        onClick={() => onSection("contacts")}
      >
        <span className={style.icon}>
          <UsersRound size={22} aria-hidden="true" />
        </span>
        <span className={style.label}>{words.contacts}</span>
      </button>
      <button type="button" className={style.settings} onClick={onSettings}>
        {self && (
          <span className={style.icon}>
            <Avatar id={self.id} name={self.displayName} src={self.avatarUrl} size="s" />
          </span>
        )}
        <span className={style.label}>{words.settings}</span>
      </button>
    </nav>
  );
}
