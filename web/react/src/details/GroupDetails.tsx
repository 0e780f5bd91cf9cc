// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { LogOut, UserRoundPlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { Confirm } from "../confirm/Confirm.js";
import { ConversationRows } from "../conversation-actions/ConversationRows.js";
import { titleOf } from "../conversation-list/naming.js";
import { Portrait } from "../portrait/Portrait.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import { AddPeople } from "./AddPeople.js";
import style from "./Details.module.css";
import { GroupTitle } from "./GroupTitle.js";
import { MemberList } from "./MemberList.js";

export interface GroupDetailsProps {
  readonly entry: Entry;
  readonly selfId: Id;
  readonly onLeave: (conversationId: Id, title: string) => Promise<void>;
  readonly onOpen: (conversationId: Id) => void;
  /** What was sent there. */
  readonly children: ReactNode;
}

/** A group: its name, who is in it, and what one's role there allows. */
export function GroupDetails({ entry, selfId, onLeave, onOpen, children }: GroupDetailsProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [layer, setLayer] = useState<"add" | "leave">();
  const { id, memberCount, avatarUrl } = entry.conversation;
  const title = titleOf(entry, selfId, words);
  const governs = entry.me.role !== "member";
  return (
    <>
      <div className={style.face}>
        {governs ? (
          <Portrait
            id={id}
            name={title}
            src={avatarUrl}
            shape="group"
            onChange={(square) => client.changeGroupPicture(id, square)}
            onRemove={() => client.removeGroupPicture(id)}
          />
        ) : (
          <Avatar id={id} name={title} src={avatarUrl} size="xl" shape="group" />
        )}
        <GroupTitle title={title} onRename={governs ? (next) => client.rename(id, next) : undefined} />
        <p>{words.members(memberCount)}</p>
      </div>
      <section className={style.section}>
        <h3>{words.membersTitle}</h3>
        {governs && (
          <button type="button" className={style.action} onClick={() => setLayer("add")}>
            <span className={style.round}>
              <UserRoundPlus size={20} aria-hidden="true" />
            </span>
            {words.addPeople}
          </button>
        )}
        <MemberList entry={entry} selfId={selfId} onOpen={onOpen} />
      </section>
      {children}
      <ConversationRows entry={entry} />
      <section className={style.section}>
        <button type="button" className={style.danger} onClick={() => setLayer("leave")}>
          <LogOut size={20} aria-hidden="true" />
          {words.leaveGroup}
        </button>
      </section>
      {layer === "add" && <AddPeople entry={entry} onClose={() => setLayer(undefined)} />}
      {layer === "leave" && (
        <Confirm
          title={words.leaveGroupAsk(title)}
          hint={words.leaveGroupHint}
          action={words.leaveNow}
          onConfirm={() => onLeave(id, title)}
          onClose={() => setLayer(undefined)}
        />
      )}
    </>
  );
}
