// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { Notice } from "../notice/Notice.js";
import { PersonLine } from "../people/PersonLine.js";
import { usePeople } from "../people/usePeople.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { useOpenPrivate } from "./Contacts.js";
import style from "./LeftSidebar.module.css";

export interface FoundPeopleProps {
  readonly search: string;
  /** No conversation matched either. */
  readonly nothingElse: boolean;
  readonly onOpen: (conversationId: Id) => void;
}

/** Under the conversations that match a search, the people that do. */
export function FoundPeople({ search, nothingElse, onOpen }: FoundPeopleProps) {
  const { words } = useLanguage();
  const found = usePeople(search);
  const { pick, failed } = useOpenPrivate(onOpen);
  const users = found.is === "found" ? found.users : [];
  if (users.length === 0)
    return nothingElse && found.is === "found" ? <Notice title={words.noResults(search)} /> : null;
  return (
    <div className={style.found}>
      <h3>{words.contacts}</h3>
      {failed}
      <ul>
        {users.map((user) => (
          <li key={user.id}>
            <PersonLine user={user} onPick={pick} />
          </li>
        ))}
      </ul>
    </div>
  );
}
