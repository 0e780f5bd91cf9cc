// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { pendingOf, selfOf, unreadOf } from "@palabre/sdk";
import { ChevronDown, CornerDownLeft } from "lucide-react";
import { type KeyboardEvent, lazy, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { titleOf } from "../conversation-list/naming.js";
import { looked } from "../look/Look.js";
import { Part } from "../part/Part.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { asLines, selectedIn } from "./copying.js";
import { FloatingDay } from "./FloatingDay.js";
import style from "./MessageList.module.css";
import { MessageRow } from "./MessageRow.js";
import { timeAt } from "./places.js";
import { rowsOf } from "./rows.js";
import type { BubbleKeys } from "./useBubbles.js";
import { useBubbles } from "./useBubbles.js";
import type { Target } from "./useJump.js";
import { useJump } from "./useJump.js";
import { useMessageScroll } from "./useMessageScroll.js";
import { useStanding } from "./useStanding.js";

const MessageMenu = lazy(() => import("../message-actions/MessageMenu.js"));

export interface MessageListProps {
  readonly entry: Entry;
  /** The divider stands before the first message after this number. */
  readonly unreadAfter: number | undefined;
  readonly onAtEnd: (atEnd: boolean) => void;
  /** Where one came to from elsewhere. */
  readonly goTo?: Target | undefined;
  /** Where one stood when one left: the number of the message at the top. */
  readonly begin?: number | undefined;
  /** The same as one scrolls; none at the end. */
  readonly onStand?: (seq: number | undefined) => void;
}

/** The messages of one conversation, only those in view in the page; mount it anew for another conversation. */
export const MessageList = looked(function MessageList({
  entry,
  unreadAfter,
  onAtEnd,
  goTo,
  begin,
  onStand,
}: MessageListProps) {
  const language = useLanguage();
  const { words } = language;
  const client = usePalabre();
  const { id } = entry.conversation;
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const timeline = usePalabreState((state) => state.timelines.get(id));
  const allPending = usePalabreState((state) => state.pending);
  const pending = useMemo(() => pendingOf({ pending: allPending }, id), [allPending, id]);
  const messages = timeline?.messages;
  const hasMoreBefore = timeline?.hasMoreBefore ?? false;
  const rows = useMemo(
    () => rowsOf({ entry, messages: messages ?? [], hasMoreBefore, pending, selfId, unreadAfter }),
    [entry, messages, hasMoreBefore, pending, selfId, unreadAfter],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const hasMoreAfter = timeline?.hasMoreAfter ?? false;
  const [left] = useState(begin);
  const { virtual, atEnd, top, toEnd } = useMessageScroll({
    rows,
    scroller,
    lastOwn: pending.at(-1)?.clientId,
    hasMoreAfter,
    onAtEnd,
    begin: left,
    onStand,
    onNearStart: hasMoreBefore ? () => void client.loadOlder(id) : undefined,
    bringEnd: () => client.loadLatest(id),
    onNearEnd: hasMoreAfter ? () => void client.loadNewer(id) : undefined,
  });
  const [origin, setOrigin] = useState<number>();
  const { marked, jump } = useJump({
    conversationId: id,
    rows,
    virtual,
    goTo,
    toLatest: () => void toLatest(),
  });
  const answered = useCallback(
    (seq: number, from: number) => void jump(seq).then((there) => there && setOrigin(from)),
    [jump],
  );
  const ended = atEnd && !hasMoreAfter;
  const away = useRef(false);
  // whoever is at the end again, or never left it, need not be brought back
  useEffect(() => {
    if (ended && (away.current || marked === undefined)) setOrigin(undefined);
    away.current = !ended;
  }, [ended, marked]);
  const { context, menu, closeMenu, failed, fail } = useBubbles({ entry, messages, selfId, jump: answered });

  function back() {
    if (origin === undefined) return void toLatest();
    setOrigin(undefined);
    void jump(origin);
  }

  async function toLatest() {
    if (hasMoreAfter) await client.loadLatest(id);
    toEnd();
  }

  const unread = unreadOf(entry);
  const onStanding = useStanding(scroller);

  return (
    <>
      <FloatingDay at={timeAt(rows, top)} shown={virtual.isScrolling && !atEnd} />
      <div
        ref={scroller}
        className={style.scroller}
        role="log"
        aria-live="off"
        aria-label={words.messages(titleOf(entry, selfId, words))}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable with the keyboard
        tabIndex={0}
        onFocus={onStanding}
        onKeyDown={(event) => onKey(event, context)}
        onCopy={(event) => {
          const touched = selectedIn(event);
          const several = messages?.filter((message) => touched.includes(message.id)) ?? [];
          if (several.length < 2) return;
          event.preventDefault();
          event.clipboardData.setData("text/plain", asLines(several, client.get().people, language));
        }}
      >
        <div className={style.canvas} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return row ? (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={style.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <MessageRow
                  row={row}
                  group={entry.conversation.type === "group"}
                  context={context}
                  marked={marked === row.key}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
      <p role="alert" className={style.failed}>
        {failed && words.didNotWork}
      </p>
      {!ended && (
        <button
          type="button"
          className={style.jump}
          onClick={back}
          aria-label={origin === undefined ? words.jumpToLatest : words.backToMessage}
          title={origin === undefined ? words.jumpToLatest : words.backToMessage}
        >
          {origin === undefined ? (
            <ChevronDown size={22} aria-hidden="true" />
          ) : (
            <CornerDownLeft size={20} aria-hidden="true" />
          )}
          {origin === undefined && unread > 0 && <span>{unread > 99 ? "99+" : unread}</span>}
        </button>
      )}
      {menu && (
        <Part over>
          <MessageMenu
            message={menu.message}
            entry={entry}
            at={menu.at}
            {...(menu.step && { begin: menu.step })}
            onClose={closeMenu}
            onFailed={fail}
          />
        </Part>
      )}
    </>
  );
});

/**
 * The arrows go from message to message; Enter, the menu key and Shift+F10 bring what can be done with one, R answers it.
 */
function onKey(event: KeyboardEvent<HTMLElement>, { openMenu, reply }: BubbleKeys) {
  const messages = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-message]")].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const at = messages.indexOf(document.activeElement as HTMLElement);
  const one = messages[at];
  if (
    one &&
    (event.key === "ContextMenu" || event.key === "Enter" || (event.key === "F10" && event.shiftKey))
  ) {
    event.preventDefault();
    openMenu(one);
    return;
  }
  if (one && event.key.toLowerCase() === "r" && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    reply(one);
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey) return;
  const next = at < 0 ? messages.at(-1) : messages[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

export default MessageList;
