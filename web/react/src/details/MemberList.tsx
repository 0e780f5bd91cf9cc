// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Member, Role, User } from "@palabre/sdk";
import { Crown, MessageCircle, MoreVertical, ShieldCheck, ShieldOff, UserRoundMinus } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { IconButton } from "../button/Button.js";
import type { MenuItem } from "../menu/Menu.js";
import { Menu } from "../menu/Menu.js";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import { LiveDot } from "../presence/PresenceDot.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./Details.module.css";

export interface MemberListProps {
  readonly entry: Entry;
  readonly selfId: Id;
  readonly onOpen: (conversationId: Id) => void;
}

const ranks = { owner: 0, admin: 1, member: 2 };

/** Who is in a group: oneself, those who govern it, the others by name. */
export function MemberList({ entry, selfId, onOpen }: MemberListProps) {
  const { words, locale } = useLanguage();
  const client = usePalabre();
  const [menu, setMenu] = useState<{ member: Member; at: Spot }>();
  const [failed, setFailed] = useState(false);
  const members = entry.conversation.members.toSorted(
    (a, b) =>
      Number(b.user.id === selfId) - Number(a.user.id === selfId) ||
      ranks[a.role] - ranks[b.role] ||
      a.user.displayName.localeCompare(b.user.displayName, locale),
  );
  const attempt = (doing: Promise<void>) => {
    setFailed(false);
    doing.catch(() => setFailed(true));
  };

  function itemsFor(user: User, role: Role, mine: Role): MenuItem[] {
    const { id } = entry.conversation;
    const items: MenuItem[] = [
      {
        label: words.writeTo(user.displayName),
        icon: <MessageCircle size={18} />,
        run: () => attempt(client.openPrivate(user.id).then(onOpen)),
      },
    ];
    if (mine === "owner") {
      const next = role === "admin" ? "member" : "admin";
      items.push(
        {
          label: role === "admin" ? words.endAdmin : words.makeAdmin,
          icon: role === "admin" ? <ShieldOff size={18} /> : <ShieldCheck size={18} />,
          run: () => attempt(client.setRole(id, user.id, next)),
        },
        {
          label: words.makeOwner,
          icon: <Crown size={18} />,
          run: () => attempt(client.setRole(id, user.id, "owner")),
        },
      );
    }
    if (mine === "owner" || (mine === "admin" && role === "member"))
      items.push({
        label: words.removeFromGroup,
        icon: <UserRoundMinus size={18} />,
        danger: true,
        apart: true,
        run: () => attempt(client.removeMember(id, user.id)),
      });
    return items;
  }

  return (
    <>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      <ul className={style.members} aria-label={words.membersTitle}>
        {members.map((member) => {
          const { user, role } = member;
          return (
            <li key={user.id}>
              <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} size="m">
                <LiveDot userId={user.id} />
              </Avatar>
              <span className={style.who}>
                {user.id === selfId ? words.you : user.displayName}
                {user.statusText && <span>{user.statusText}</span>}
              </span>
              {role !== "member" && (
                <span className={style.role}>{role === "owner" ? words.roleOwner : words.roleAdmin}</span>
              )}
              {user.id !== selfId && (
                <IconButton
                  label={words.memberActions(user.displayName)}
                  aria-haspopup="menu"
                  onClick={(event) => setMenu({ member, at: below(event.currentTarget) })}
                >
                  <MoreVertical size={18} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {menu && (
        <Menu
          label={words.memberActions(menu.member.user.displayName)}
          at={menu.at}
          items={itemsFor(menu.member.user, menu.member.role, entry.me.role)}
          onClose={() => setMenu(undefined)}
        />
      )}
    </>
  );
}
