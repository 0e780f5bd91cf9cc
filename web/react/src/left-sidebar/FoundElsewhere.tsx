// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { Notice } from "../notice/Notice.js";
import { usePeople } from "../people/usePeople.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import type { Narrowing, SearchedTo } from "../search/narrowing.js";
import { isNarrow } from "../search/narrowing.js";
import { useFound } from "../search/useFound.js";
import { FoundMessages } from "./FoundMessages.js";
import { FoundPeople } from "./FoundPeople.js";

export interface FoundElsewhereProps {
  readonly search: string;
  /** No conversation matched. */
  readonly nothingElse: boolean;
  readonly narrowing: Narrowing;
  readonly onOpen: (conversationId: Id, seq?: number, found?: SearchedTo) => void;
}

/** Under the conversations that match a search: people, then messages; or that there is nothing at all. */
export default function FoundElsewhere({ search, nothingElse, narrowing, onOpen }: FoundElsewhereProps) {
  const { words } = useLanguage();
  const people = usePeople(search);
  const messages = useFound(search, undefined, narrowing);
  // only messages are of somebody and of a day
  const users = people.is === "found" && !isNarrow(narrowing) ? people.users : [];
  const looking = people.is === "loading" || messages.is === "searching";
  if (nothingElse && !looking && users.length === 0 && messages.results.length === 0)
    return <Notice title={words.noResults(search)} />;
  return (
    <>
      <FoundPeople users={users} onOpen={onOpen} />
      <FoundMessages
        results={messages.results}
        onOpen={(id, seq) => onOpen(id, seq, { term: search, narrowing })}
        onMore={messages.more}
      />
    </>
  );
}
