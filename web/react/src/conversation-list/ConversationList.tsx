// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, MeChange } from "@palabre/sdk";
import { isUnread, selfOf } from "@palabre/sdk";
import { type KeyboardEvent, lazy, useCallback, useRef, useState } from "react";
import { looked } from "../look/Look.js";
import { Part } from "../part/Part.js";
import type { Spot } from "../popover/Popover.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { ConversationLine } from "./ConversationLine.js";
import style from "./ConversationList.module.css";
import { useHeldLine } from "./useHeldLine.js";
import { useLinesInView } from "./useLinesInView.js";
import { useMoreConversations } from "./useMoreConversations.js";

const ConversationMenu = lazy(() => import("../conversation-actions/ConversationMenu.js"));
const LINE = 74;
const BELOW_ALL = 12;
const NEAR_END = 5;

export interface ConversationListProps {
  readonly entries: readonly Entry[];
  readonly current: Id | undefined;
  readonly hrefOf: (conversationId: Id) => string;
  readonly onOpen: (conversationId: Id) => void;
}

/** The conversations, the latest active first; only those in view are in the page. */
export const ConversationList = looked(function ConversationList({
  entries,
  current,
  hrefOf,
  onOpen,
}: ConversationListProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, onScroll } = useLinesInView(entries.length, scroller, LINE);
  const { onPointerOver, onPointerLeave } = useHeldLine(entries, scroller, LINE);
  const [menu, setMenu] = useState<{ id: Id; at: Spot }>();
  const [failed, setFailed] = useState(false);
  const ofMenu = usePalabreState((state) => menu && state.conversations.get(menu.id));
  const onMenu = useCallback((entry: Entry, at: Spot) => {
    setFailed(false);
    setMenu({ id: entry.conversation.id, at });
  }, []);
  const change = useCallback(
    (entry: Entry, to: MeChange) =>
      void client.changeMe(entry.conversation.id, to).catch(() => setFailed(true)),
    [client],
  );
  const onArchive = useCallback((one: Entry) => change(one, { archived: !one.me.archived }), [change]);
  const onToggleRead = useCallback(
    (one: Entry) =>
      isUnread(one) && !one.me.markedUnread
        ? client.markRead(one.conversation.id)
        : change(one, { markedUnread: !one.me.markedUnread }),
    [change, client],
  );
  useMoreConversations(end > entries.length - NEAR_END);
  return (
    <div ref={scroller} className={style.scroller} onScroll={onScroll} onPointerLeave={onPointerLeave}>
      <ul
        aria-label={words.conversations}
        style={{ height: entries.length * LINE + BELOW_ALL }}
        onKeyDown={moveFocus}
      >
        {entries.slice(first, end).map((entry, place) => {
          const index = first + place;
          return (
            <li
              key={entry.conversation.id}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              onPointerOver={({ pointerType }) =>
                pointerType === "mouse" && onPointerOver(entry.conversation.id)
              }
              style={{ transform: `translateY(${index * LINE}px)` }}
            >
              <ConversationLine
                entry={entry}
                selfId={selfId}
                current={entry.conversation.id === current}
                href={hrefOf(entry.conversation.id)}
                onOpen={onOpen}
                onMenu={onMenu}
                onArchive={onArchive}
                onToggleRead={onToggleRead}
              />
            </li>
          );
        })}
      </ul>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      {menu && ofMenu && (
        <Part over>
          <ConversationMenu
            entry={ofMenu}
            at={menu.at}
            onClose={() => setMenu(undefined)}
            onFailed={() => setFailed(true)}
          />
        </Part>
      )}
    </div>
  );
});

function moveFocus(event: KeyboardEvent<HTMLUListElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const links: Element[] = [...event.currentTarget.querySelectorAll("a")];
  const byPlace = links.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const at = document.activeElement ? byPlace.indexOf(document.activeElement) : -1;
  (byPlace[at + step] as HTMLElement | undefined)?.focus();
  event.preventDefault();
}

export default ConversationList;
