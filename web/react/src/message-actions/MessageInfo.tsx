// SPDX-License-Identifier: Apache-2.0
import type { Entry, Member, Message } from "@palabre/sdk";
import { Avatar } from "../avatar/Avatar.js";
import { contentOf } from "../conversation-list/preview.js";
import { Dialog } from "../dialog/Dialog.js";
import { Ticks } from "../message-list/Ticks.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./MessageMenu.module.css";

export interface MessageInfoProps {
  readonly message: Message;
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** Who has read a message of one's own, and whom it has reached. */
export function MessageInfo({ message, entry, onClose }: MessageInfoProps) {
  const language = useLanguage();
  const { words, dates } = language;
  const ord = message.ord ?? 0;
  const others = entry.conversation.members.filter((member) => member.user.id !== message.senderId);
  const read = others.filter((member) => member.readOrd >= ord);
  const delivered = others.filter((member) => !read.includes(member) && (member.deliveredOrd ?? 0) >= ord);
  const waiting = others.filter((member) => !read.includes(member) && !delivered.includes(member));
  return (
    <Dialog title={words.messageInfo} onClose={onClose}>
      <p className={style.quote} dir="auto">
        {contentOf(message, language)}
      </p>
      <div className={style.info}>
        <h3>{dates.full(message.createdAt)}</h3>
        <Group receipt="read" title={words.receiptRead} members={read} />
        <Group receipt="delivered" title={words.receiptDelivered} members={delivered} />
        <Group receipt="sent" title={words.receiptSent} members={waiting} />
      </div>
    </Dialog>
  );
}

interface GroupProps {
  readonly receipt: "read" | "delivered" | "sent";
  readonly title: string;
  readonly members: readonly Member[];
}

function Group({ receipt, title, members }: GroupProps) {
  if (members.length === 0) return null;
  return (
    <>
      <h3>
        <Ticks receipt={receipt} />
        {title}
      </h3>
      <ul aria-label={title}>
        {members.map(({ user }) => (
          <li key={user.id}>
            <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} size="s" />
            {user.displayName}
          </li>
        ))}
      </ul>
    </>
  );
}
