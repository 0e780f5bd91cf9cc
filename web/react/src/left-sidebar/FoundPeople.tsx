// SPDX-License-Identifier: Apache-2.0
import type { Id, User } from "@palabre/sdk";
import { PersonLine } from "../people/PersonLine.js";
import { useOpenPrivate } from "../people/useOpenPrivate.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./LeftSidebar.module.css";

export interface FoundPeopleProps {
  readonly users: readonly User[];
  readonly onOpen: (conversationId: Id) => void;
}

/** Under the conversations that match a search, the people that do. */
export function FoundPeople({ users, onOpen }: FoundPeopleProps) {
  const { words } = useLanguage();
  const { pick, failed } = useOpenPrivate(onOpen);
  if (users.length === 0) return null;
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
