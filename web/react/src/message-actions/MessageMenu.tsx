// SPDX-License-Identifier: Apache-2.0
import type { Entry, Message } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { Copy, Flag, Forward, Info, Mail, Pencil, Pin, PinOff, Reply, SmilePlus, Trash2 } from "lucide-react";
import { lazy, useState } from "react";
import { Confirm } from "../confirm/Confirm.js";
import { recentEmoji, rememberEmoji } from "../emoji/remembered.js";
import type { MenuItem } from "../menu/Menu.js";
import { Menu } from "../menu/Menu.js";
import { Part } from "../part/Part.js";
import type { Spot } from "../popover/Popover.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { copyText } from "./copyText.js";
import { ForwardMessage } from "./ForwardMessage.js";
import { MessageInfo } from "./MessageInfo.js";
import style from "./MessageMenu.module.css";
import { rightsOn } from "./rights.js";
import { useTurn } from "./Turn.js";

const ReportDialog = lazy(() => import("../report/ReportDialog.js"));
const EmojiPicker = lazy(() => import("../emoji/EmojiPicker.js"));

/** What lies over the messages because of one of them. */
export type Step = "menu" | "emoji" | "delete" | "forward" | "info" | "report";

export interface MessageMenuProps {
  readonly message: Message;
  readonly entry: Entry;
  readonly at: Spot;
  readonly begin?: Step;
  readonly onClose: () => void;
  readonly onFailed: () => void;
}

/** Everything one can do with a message. */
export default function MessageMenu({
  message,
  entry,
  at,
  begin = "menu",
  onClose,
  onFailed,
}: MessageMenuProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const self = usePalabreState(selfOf);
  const { take } = useTurn();
  const [step, setStep] = useState<Step>(begin);
  const rights = rightsOn(message, entry, self);
  const gone = message.deletedAt !== undefined;
  const mine = message.senderId === self?.id;
  const author = usePalabreState((state) => state.people.get(message.senderId));
  const attempt = (doing: Promise<unknown>) => void doing.catch(onFailed);

  function react(emoji: string) {
    rememberEmoji(emoji);
    const mine = message.reactions?.find((one) => one.emoji === emoji)?.userIds.includes(self?.id ?? "");
    attempt(mine ? client.unreact(message, emoji) : client.react(message, emoji));
    onClose();
  }

  switch (step) {
    case "emoji":
      return (
        <Part over>
          <EmojiPicker at={at} onPick={react} onClose={onClose} />
        </Part>
      );
    case "delete":
      return (
        <Confirm
          title={words.deleteMessageAsk}
          hint={words.deleteMessageHint}
          action={words.deleteForAll}
          onConfirm={() => client.deleteForAll(message)}
          onClose={onClose}
        />
      );
    case "forward":
      return <ForwardMessage message={message} onClose={onClose} />;
    case "info":
      return <MessageInfo message={message} entry={entry} onClose={onClose} />;
    case "report":
      return (
        <Part over>
          <ReportDialog
            about={{ messageId: message.id }}
            person={author && { id: author.id, name: author.displayName }}
            onClose={onClose}
          />
        </Part>
      );
    case "menu":
      break;
  }

  const stay = (next: Step) => () => setStep(next);
  const leave = (run: () => void) => () => {
    run();
    onClose();
  };
  const items: MenuItem[] = [];
  if (!gone) {
    items.push({
      label: words.reply,
      icon: <Reply size={18} />,
      run: leave(() => take({ is: "reply", to: message })),
    });
    if (message.content)
      items.push({
        label: words.copy,
        icon: <Copy size={18} />,
        run: leave(() => attempt(copyText(message.content ?? ""))),
      });
    items.push(
      { label: words.forward, icon: <Forward size={18} />, run: stay("forward") },
      message.pinnedAt === undefined
        ? { label: words.pinMessage, icon: <Pin size={18} />, run: leave(() => attempt(client.pin(message))) }
        : {
            label: words.unpinMessage,
            icon: <PinOff size={18} />,
            run: leave(() => attempt(client.unpin(message))),
          },
    );
    if (rights.edit)
      items.push({
        label: words.edit,
        icon: <Pencil size={18} />,
        run: leave(() => take({ is: "edit", message })),
      });
    if (mine) items.push({ label: words.messageInfo, icon: <Info size={18} />, run: stay("info") });
  }
  if (!mine)
    items.push({
      label: words.markUnreadFrom,
      icon: <Mail size={18} />,
      run: leave(() => attempt(client.changeMe(message.conversationId, { markedUnread: true }))),
    });
  items.push({
    label: words.deleteForMe,
    icon: <Trash2 size={18} />,
    apart: true,
    run: leave(() => attempt(client.deleteForMe(message))),
  });
  if (rights.deleteForAll)
    items.push({ label: words.deleteForAll, icon: <Trash2 size={18} />, danger: true, run: stay("delete") });

  if (!mine && !gone)
    items.push({ label: words.report, icon: <Flag size={18} />, danger: true, run: stay("report") });

  return (
    <Menu label={words.messageActions} at={at} items={items} onClose={onClose} keep>
      {!gone && (
        <div className={style.quick}>
          {recentEmoji()
            .slice(0, 6)
            .map((emoji) => (
              <button
                key={emoji}
                type="button"
                aria-label={words.reactWith(emoji)}
                onClick={() => react(emoji)}
              >
                {emoji}
              </button>
            ))}
          <button
            type="button"
            aria-label={words.moreReactions}
            title={words.moreReactions}
            onClick={stay("emoji")}
          >
            <SmilePlus size={20} aria-hidden="true" />
          </button>
        </div>
      )}
    </Menu>
  );
}
