// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { conversationList, isMuted, isUnread, selfOf } from "@palabre/sdk";
import { lazy, useEffect, useMemo, useState } from "react";
import { Button } from "../button/Button.js";
import { ConversationList } from "../conversation-list/ConversationList.js";
import { titleOf } from "../conversation-list/naming.js";
import { useMoreConversations } from "../conversation-list/useMoreConversations.js";
import type { Catalogue } from "../i18n/en.js";
import { NobodyHere } from "../nobody-here/NobodyHere.js";
import { Notice } from "../notice/Notice.js";
import { Part } from "../part/Part.js";
import { useHowPeopleCome } from "../people/useHowPeopleCome.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { SearchedFor } from "../search/Marked.js";
import type { Narrowing, SearchedTo } from "../search/narrowing.js";
import { isNarrow, WIDE } from "../search/narrowing.js";
import { LinesSkeleton } from "../skeleton/Skeleton.js";
import { folded } from "../text.js";
import type { Filter } from "./Filters.js";
import { Filters } from "./Filters.js";
import style from "./LeftSidebar.module.css";

const NarrowRow = lazy(() => import("./NarrowRow.js"));
const FoundElsewhere = lazy(() => import("./FoundElsewhere.js"));

export interface ConversationsProps {
  readonly search: string;
  readonly current: Id | undefined;
  readonly hrefOf: (conversationId: Id) => string;
  readonly onOpen: (conversationId: Id, seq?: number, found?: SearchedTo) => void;
  readonly onNew: () => void;
}

export function Conversations({ search, current, hrefOf, onOpen, onNew }: ConversationsProps) {
  const { words } = useLanguage();
  const [filter, setFilter] = useState<Filter>("all");
  const entries = usePalabreState(conversationList);
  const session = usePalabreState((state) => state.session.is);
  const phase = usePalabreState((state) => state.list.phase);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  // while others are not here yet nobody knows how many it is
  const whole = usePalabreState(({ list }) => list.phase === "ready" && list.nextCursor === undefined);
  const unread = useMemo(() => (whole ? entries.filter(isWaiting).length : 0), [entries, whole]);
  const worthwhile = useMemo(() => filtersWorthShowing(entries, selfId), [entries, selfId]);
  const term = folded(search.trim());
  const [narrowing, setNarrowing] = useState<Narrowing>(WIDE);
  const narrow = term !== "" && isNarrow(narrowing);
  // another search begins among all
  useEffect(() => {
    if (term === "") setNarrowing(WIDE);
  }, [term]);
  const shown = useMemo(
    () =>
      entries.filter(
        (entry) => passes(entry, filter, current, selfId, term) && mentions(entry, term, selfId, words),
      ),
    [entries, filter, current, term, selfId, words],
  );

  // none among those that are here; there may be among the others
  const more = useMoreConversations(shown.length === 0);

  if (session === "unreachable") return <NobodyHere session={session} />;
  if (entries.length === 0 && phase === "loading") return <LinesSkeleton />;
  if (entries.length === 0 && phase === "failed") return <ListFailed />;
  return (
    <SearchedFor term={search}>
      {term === "" && <Filters filter={filter} unread={unread} more={worthwhile} onFilter={setFilter} />}
      {term !== "" && (
        <Part>
          <NarrowRow narrowing={narrowing} onChange={setNarrowing} />
        </Part>
      )}
      {shown.length > 0 && !narrow && (
        <div className={style.list} data-lines={term === "" ? undefined : Math.min(shown.length, 3)}>
          <ConversationList entries={shown} current={current} hrefOf={hrefOf} onOpen={onOpen} />
        </div>
      )}
      {term !== "" && (
        <div className={style.results}>
          <Part>
            <FoundElsewhere
              search={search}
              nothingElse={(shown.length === 0 && !more) || narrow}
              narrowing={narrowing}
              onOpen={onOpen}
            />
          </Part>
        </div>
      )}
      {shown.length === 0 &&
        term === "" &&
        (more ? <LinesSkeleton /> : <Nothing filter={filter} onNew={onNew} />)}
    </SearchedFor>
  );
}

/** Unread, and neither put away nor silenced. */
function isWaiting(entry: Entry): boolean {
  return isUnread(entry) && !entry.me.archived && !isMuted(entry);
}

function filtersWorthShowing(entries: readonly Entry[], selfId: Id): readonly Filter[] {
  const all: readonly Filter[] = ["buying", "selling", "archived"];
  return all.filter((filter) => entries.some((entry) => passes(entry, filter, undefined, selfId, "")));
}

/** The open conversation stays in the list of unread ones while one reads it; a search looks among all. */
function passes(entry: Entry, filter: Filter, current: Id | undefined, selfId: Id, term: string): boolean {
  const { id, type, product } = entry.conversation;
  const archived = entry.me.archived === true;
  switch (filter) {
    case "all":
      return !archived || term !== "";
    case "unread":
      return isWaiting(entry) || id === current;
    case "groups":
      return type === "group" && !archived;
    case "buying":
      return product !== undefined && product.sellerId !== selfId;
    case "selling":
      return product !== undefined && product.sellerId === selfId;
    case "archived":
      return archived;
  }
}

function mentions(entry: Entry, term: string, selfId: Id, words: Catalogue): boolean {
  if (term === "") return true;
  const names = entry.conversation.members.map((member) => member.user).filter((user) => user.id !== selfId);
  return [titleOf(entry, selfId, words), ...names.map((user) => user.displayName)].some((name) =>
    folded(name).includes(term),
  );
}

function Nothing({ filter, onNew }: { readonly filter: Filter; readonly onNew: () => void }) {
  const { words } = useLanguage();
  const more = useHowPeopleCome();
  switch (filter) {
    case "unread":
      return <Notice title={words.noUnread} />;
    case "groups":
      return <Notice title={words.noGroups} />;
    case "buying":
    case "selling":
    case "archived":
      return <Notice title={words.nothingHere} />;
    case "all":
      return (
        <Notice title={words.noConversations} hint={`${words.noConversationsHint} ${more}`}>
          <Button onClick={onNew}>{words.newConversation}</Button>
        </Notice>
      );
  }
}

function ListFailed() {
  const { words } = useLanguage();
  const client = usePalabre();
  return (
    <Notice title={words.listFailed}>
      <Button kind="quiet" onClick={() => void client.loadList()}>
        {words.tryAgain}
      </Button>
    </Notice>
  );
}
