// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { conversationList, selfOf, unreadOf } from "@palabre/sdk";
import { useMemo, useState } from "react";
import { Button } from "../button/Button.js";
import { ConversationList } from "../conversation-list/ConversationList.js";
import { titleOf } from "../conversation-list/naming.js";
import type { Catalogue } from "../i18n/en.js";
import { LinesSkeleton } from "../message-list/MessagesSkeleton.js";
import { Notice } from "../notice/Notice.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { folded } from "../text.js";
import type { Filter } from "./Filters.js";
import { Filters } from "./Filters.js";
import { FoundPeople } from "./FoundPeople.js";

export interface ConversationsProps {
  readonly search: string;
  readonly current: Id | undefined;
  readonly hrefOf: (conversationId: Id) => string;
  readonly onOpen: (conversationId: Id) => void;
  readonly onNew: () => void;
}

export function Conversations({ search, current, hrefOf, onOpen, onNew }: ConversationsProps) {
  const { words } = useLanguage();
  const [filter, setFilter] = useState<Filter>("all");
  const entries = usePalabreState(conversationList);
  const phase = usePalabreState((state) => state.list.phase);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const unread = useMemo(() => entries.filter((entry) => unreadOf(entry) > 0).length, [entries]);
  const term = folded(search.trim());
  const shown = useMemo(
    () => entries.filter((entry) => passes(entry, filter, current) && mentions(entry, term, selfId, words)),
    [entries, filter, current, term, selfId, words],
  );

  if (entries.length === 0 && phase === "loading") return <LinesSkeleton />;
  if (entries.length === 0 && phase === "failed") return <ListFailed />;
  return (
    <>
      {term === "" && <Filters filter={filter} unread={unread} onFilter={setFilter} />}
      {shown.length > 0 && (
        <ConversationList entries={shown} current={current} hrefOf={hrefOf} onOpen={onOpen} />
      )}
      {term !== "" && <FoundPeople search={search} nothingElse={shown.length === 0} onOpen={onOpen} />}
      {shown.length === 0 && term === "" && <Nothing filter={filter} onNew={onNew} />}
    </>
  );
}

/** The open conversation stays in the list of unread ones while one reads it. */
function passes(entry: Entry, filter: Filter, current: Id | undefined): boolean {
  switch (filter) {
    case "all":
      return true;
    case "unread":
      return unreadOf(entry) > 0 || entry.conversation.id === current;
    case "groups":
      return entry.conversation.type === "group";
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
  switch (filter) {
    case "unread":
      return <Notice title={words.noUnread} />;
    case "groups":
      return <Notice title={words.noGroups} />;
    case "all":
      return (
        <Notice title={words.noConversations} hint={words.noConversationsHint}>
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
