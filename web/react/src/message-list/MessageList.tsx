// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { pendingOf, selfOf, unreadOf } from "@palabre/sdk";
import { ChevronDown } from "lucide-react";
import { useMemo, useRef } from "react";
import { titleOf } from "../conversation-list/naming.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./MessageList.module.css";
import { MessageRow } from "./MessageRow.js";
import { rowsOf } from "./rows.js";
import { useMessageScroll } from "./useMessageScroll.js";

export interface MessageListProps {
  readonly entry: Entry;
  /** The divider stands before the first message after this number. */
  readonly unreadAfter: number | undefined;
  readonly onAtEnd: (atEnd: boolean) => void;
}

/** The messages of one conversation, only those in view in the page; mount it anew for another conversation. */
export function MessageList({ entry, unreadAfter, onAtEnd }: MessageListProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const { id } = entry.conversation;
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const timeline = usePalabreState((state) => state.timelines.get(id));
  const allPending = usePalabreState((state) => state.pending);
  const pending = useMemo(() => pendingOf({ pending: allPending }, id), [allPending, id]);
  const messages = timeline?.messages;
  const rows = useMemo(
    () => rowsOf({ entry, messages: messages ?? [], pending, selfId, unreadAfter }),
    [entry, messages, pending, selfId, unreadAfter],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const { virtual, atEnd, toEnd } = useMessageScroll({
    rows,
    scroller,
    lastOwn: pending.at(-1)?.clientId,
    onAtEnd,
    onNearStart: timeline?.hasMoreBefore ? () => void client.loadOlder(id) : undefined,
  });
  const unread = unreadOf(entry);

  return (
    <>
      <div
        ref={scroller}
        className={style.scroller}
        role="log"
        aria-live="off"
        aria-label={words.messages(titleOf(entry, selfId, words))}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable with the keyboard
        tabIndex={0}
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
                <MessageRow row={row} group={entry.conversation.type === "group"} />
              </div>
            ) : null;
          })}
        </div>
      </div>
      {!atEnd && (
        <button
          type="button"
          className={style.jump}
          onClick={toEnd}
          aria-label={words.jumpToLatest}
          title={words.jumpToLatest}
        >
          <ChevronDown size={22} aria-hidden="true" />
          {unread > 0 && <span>{unread > 99 ? "99+" : unread}</span>}
        </button>
      )}
    </>
  );
}
