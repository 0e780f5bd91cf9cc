// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { pendingOf, pendingReceipt, receiptOf, unreadOf } from "@palabre/sdk";
import type { MouseEvent } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { classes } from "../classes.js";
import { useDraft } from "../composer/drafts.js";
import { Ticks } from "../message-list/Ticks.js";
import { LiveDot } from "../presence/PresenceDot.js";
import { useTypingText } from "../presence/typingText.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./ConversationLine.module.css";
import { faceOf } from "./naming.js";
import { previewOf } from "./preview.js";

export interface ConversationLineProps {
  readonly entry: Entry;
  readonly selfId: Id;
  readonly current: boolean;
  readonly href: string;
  readonly onOpen: (conversationId: Id) => void;
}

/** One conversation in the list: face, name, what was said last and when, and how much is unread. */
export function ConversationLine({ entry, selfId, current, href, onOpen }: ConversationLineProps) {
  const { words, dates } = useLanguage();
  const { shape, peer, ...face } = faceOf(entry, selfId, words);
  const unread = unreadOf(entry);

  return (
    <a
      className={classes(style.line, unread > 0 && style.unread)}
      href={href}
      aria-current={current ? "page" : undefined}
      onClick={(event) => followed(event) && onOpen(entry.conversation.id)}
    >
      <Avatar {...face} size="l" shape={shape}>
        <LiveDot userId={peer?.id} />
      </Avatar>
      <span className={style.name}>{face.name}</span>
      <time className={style.time} dateTime={entry.conversation.updatedAt}>
        {dates.short(entry.conversation.updatedAt)}
      </time>
      <LastSaid entry={entry} selfId={selfId} current={current} />
      {unread > 0 && (
        <span className={style.badge}>
          <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
          <span className="visually-hidden">{words.unreadCount(unread)}</span>
        </span>
      )}
    </a>
  );
}

function LastSaid({ entry, selfId, current }: Pick<ConversationLineProps, "entry" | "selfId" | "current">) {
  const language = useLanguage();
  const people = usePalabreState((state) => state.people);
  const waiting = usePalabreState((state) => pendingOf(state, entry.conversation.id).at(-1));
  const [draft] = useDraft(entry.conversation.id);
  const typing = useTypingText(entry);
  if (typing) {
    return (
      <span className={style.preview}>
        <span className={classes(style.text, style.typing)}>{typing}</span>
      </span>
    );
  }
  if (draft.trim() !== "" && !current) {
    return (
      <span className={style.preview}>
        <span className={style.draft}>{language.words.draft}</span>{" "}
        <span className={style.text}>{draft}</span>
      </span>
    );
  }
  const { by, text } = waiting
    ? { by: undefined, text: waiting.content }
    : previewOf(entry, people, selfId, language);
  const last = entry.conversation.lastMessage;
  const said = last?.senderId === selfId && last.ord !== undefined ? receiptOf(entry, last) : undefined;
  const receipt = waiting ? pendingReceipt(waiting) : said;
  return (
    <span className={style.preview}>
      {receipt && <Ticks receipt={receipt} />}
      {by && (
        <span className={style.by}>
          {by}
          {language.locale === "fr" ? "\u00a0:" : ":"}
        </span>
      )}
      <span className={style.text}>{text}</span>
    </span>
  );
}

/** A plain click is ours; with a modifier it is the browser's (a new tab). */
function followed(event: MouseEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return false;
  event.preventDefault();
  return true;
}
