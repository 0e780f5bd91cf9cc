// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { isMuted, isUnread, pendingOf, pendingReceipt, unreadOf } from "@palabre/sdk";
import { AtSign, BellOff, Pin } from "lucide-react";
import { type MouseEvent, memo, useRef } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { classes } from "../classes.js";
import { useDraft } from "../composer/drafts.js";
import { useGestures } from "../gestures/useGestures.js";
import { looked } from "../look/Look.js";
import { Ticks } from "../message-list/Ticks.js";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import { LiveDot } from "../presence/PresenceDot.js";
import { useTypingText } from "../presence/typingText.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import { Marked } from "../search/Marked.js";
import { byFinger } from "../touch.js";
import style from "./ConversationLine.module.css";
import { faceOf } from "./naming.js";
import { previewOf, underwayContentOf } from "./preview.js";
import { useReceipt } from "./useReceipt.js";

export interface ConversationLineProps {
  readonly entry: Entry;
  readonly selfId: Id;
  readonly current: boolean;
  readonly href: string;
  readonly onOpen: (conversationId: Id) => void;
  /** What can be done with it; left out, nothing can. */
  readonly onMenu?: (entry: Entry, at: Spot) => void;
  readonly onArchive?: (entry: Entry) => void;
  readonly onToggleRead?: (entry: Entry) => void;
}

/** One conversation in the list: face, name, what was said last and when, and how much is unread. */
const Plain = memo(function ConversationLine({
  entry,
  selfId,
  current,
  href,
  onOpen,
  onMenu,
  onArchive,
  onToggleRead,
}: ConversationLineProps) {
  const { words, dates } = useLanguage();
  const { shape, peer, ...face } = faceOf(entry, selfId, words);
  const line = useRef<HTMLAnchorElement>(null);
  const gestures = useGestures(line, {
    onHold: (x, y) => onMenu?.(entry, { x, y }),
    onSwipe: () => onToggleRead?.(entry),
    onSwipeBack: () => onArchive?.(entry),
  });
  const { product } = entry.conversation;

  return (
    <a
      ref={line}
      className={classes(style.line, isUnread(entry) && style.unread, isMuted(entry) && style.muted)}
      href={href}
      draggable={false}
      aria-current={current ? "page" : undefined}
      {...(onMenu && gestures)}
      onClick={(event) => followed(event) && onOpen(entry.conversation.id)}
      onContextMenu={(event) => {
        if (!onMenu) return;
        event.preventDefault();
        if (!byFinger()) onMenu(entry, spotOf(event));
      }}
    >
      <Avatar {...face} size="l" shape={shape}>
        <LiveDot userId={peer?.id} />
      </Avatar>
      <span className={style.name}>
        <span className={style.title}>
          <Marked text={face.name} />
        </span>
        {product && (
          <span className={style.product} title={product.title}>
            {product.title}
          </span>
        )}
      </span>
      <time className={style.time} dateTime={entry.conversation.updatedAt}>
        {dates.short(entry.conversation.updatedAt)}
      </time>
      <LastSaid entry={entry} selfId={selfId} current={current} />
      <Marks entry={entry} />
    </a>
  );
});

export const ConversationLine = looked(Plain);

/** What else is to be known of it, at its end. */
function Marks({ entry }: { readonly entry: Entry }) {
  const { words } = useLanguage();
  const unread = unreadOf(entry);
  const muted = isMuted(entry);
  return (
    <span className={style.marks}>
      {muted && <BellOff size={15} role="img" aria-label={words.muted} />}
      {entry.me.pinned && <Pin size={15} role="img" aria-label={words.pinned} />}
      {entry.me.mentionCount > 0 && unread > 0 && (
        <span className={style.mention}>
          <AtSign size={14} role="img" aria-label={words.mentioned} />
        </span>
      )}
      {muted && isUnread(entry) ? (
        <span className={style.dot}>
          <span className="visually-hidden">{words.unreadCount(unread)}</span>
        </span>
      ) : unread > 0 ? (
        <span className={style.badge}>
          <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
          <span className="visually-hidden">{words.unreadCount(unread)}</span>
        </span>
      ) : entry.me.markedUnread ? (
        <span className={style.badge}>
          <span className="visually-hidden">{words.markedUnread}</span>
        </span>
      ) : null}
    </span>
  );
}

/** At the pointer; from the keyboard, under the line. */
function spotOf({ clientX, clientY, currentTarget }: MouseEvent): Spot {
  return clientX === 0 && clientY === 0 ? below(currentTarget) : { x: clientX, y: clientY };
}

function LastSaid({ entry, selfId, current }: Pick<ConversationLineProps, "entry" | "selfId" | "current">) {
  const language = useLanguage();
  const people = usePalabreState((state) => state.people);
  const waiting = usePalabreState((state) => pendingOf(state, entry.conversation.id).at(-1));
  const [draft] = useDraft(entry.conversation.id);
  const typing = useTypingText(entry);
  const said = useReceipt(entry, selfId);
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
        <span className={style.text} dir="auto">
          {draft}
        </span>
      </span>
    );
  }
  const { by, text } = waiting
    ? { by: undefined, text: underwayContentOf(waiting, language) }
    : previewOf(entry, people, selfId, language);
  const receipt = waiting ? pendingReceipt(waiting) : said;
  return (
    <span className={style.preview}>
      {receipt && <Ticks receipt={receipt} />}
      {by && <span className={style.by}>{language.words.by(by)}</span>}
      <span className={style.text} dir="auto">
        {text}
      </span>
    </span>
  );
}

/** A plain click is ours; with a modifier it is the browser's (a new tab). */
function followed(event: MouseEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return false;
  event.preventDefault();
  return true;
}
