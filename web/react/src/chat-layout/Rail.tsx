// SPDX-License-Identifier: Apache-2.0
import type { ChosenStatus } from "@palabre/sdk";
import { selfOf, unreadTotal } from "@palabre/sdk";
import { MessageCircle, Settings, UsersRound } from "lucide-react";
import { lazy, useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import type { Section } from "../left-sidebar/LeftSidebar.js";
import { Logo } from "../logo/Logo.js";
import { Part } from "../part/Part.js";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import type { Dot } from "../presence/PresenceDot.js";
import { PresenceDot } from "../presence/PresenceDot.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Rail.module.css";

const StatusMenu = lazy(() => import("../presence/StatusMenu.js"));

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
  const connected = usePalabreState((state) => state.status === "connected");
  const [menu, setMenu] = useState<Spot>();
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
      <button
        type="button"
        className={style.self}
        aria-haspopup="menu"
        onClick={(event) => setMenu(below(event.currentTarget))}
      >
        {self && (
          <span className={style.icon}>
            <Avatar id={self.id} name={self.displayName} src={self.avatarUrl} size="s">
              <PresenceDot presence={connected ? ownDot(self.status) : undefined} />
            </Avatar>
          </span>
        )}
        <span className={style.label}>{words.status}</span>
      </button>
      <button type="button" onClick={onSettings}>
        <span className={style.icon}>
          <Settings size={22} aria-hidden="true" />
        </span>
        <span className={style.label}>{words.settings}</span>
      </button>
      {menu && (
        <Part over>
          <StatusMenu at={menu} onClose={() => setMenu(undefined)} />
        </Part>
      )}
    </nav>
  );
}

/** How one is shown to others; who is invisible is shown as offline. */
function ownDot(status: ChosenStatus): Dot {
  if (status === "available") return "online";
  return status === "invisible" ? "offline" : status;
}
