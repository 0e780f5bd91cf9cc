// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { useState } from "react";
import { Button } from "../button/Button.js";
import { Notice } from "../notice/Notice.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { LinesSkeleton } from "../skeleton/Skeleton.js";
import style from "./PeopleList.module.css";
import { PersonLine } from "./PersonLine.js";
import { useHowPeopleCome } from "./useHowPeopleCome.js";
import { usePeople } from "./usePeople.js";

export interface PeopleListProps {
  readonly search: string;
  readonly onPick: (user: User) => void;
  readonly chosen?: ReadonlySet<string>;
  /** Left out of the list. */
  readonly without?: ReadonlySet<string>;
  /** What is said when nobody is left. */
  readonly empty?: string;
}

/** Everyone one may write to, by name. */
export function PeopleList(props: PeopleListProps) {
  const [attempt, setAttempt] = useState(0);
  return <People key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function People({
  search,
  onPick,
  chosen,
  without,
  empty,
  onRetry,
}: PeopleListProps & { readonly onRetry: () => void }) {
  const { words } = useLanguage();
  const found = usePeople(search);
  const howPeopleCome = useHowPeopleCome();
  if (found.is === "loading") return <LinesSkeleton />;
  if (found.is === "failed") {
    return (
      <Notice title={words.peopleFailed}>
        <Button kind="quiet" onClick={onRetry}>
          {words.tryAgain}
        </Button>
      </Notice>
    );
  }
  const users = found.users.filter((user) => !without?.has(user.id));
  if (users.length === 0) {
    const nobody = search === "" && empty === undefined;
    return (
      <Notice
        title={search === "" ? (empty ?? words.noContacts) : words.noResults(search)}
        hint={nobody ? howPeopleCome : ""}
      />
    );
  }
  return (
    <ul className={style.list} aria-label={words.contacts}>
      {users.map((user) => (
        <li key={user.id}>
          <PersonLine user={user} onPick={onPick} {...(chosen && { chosen: chosen.has(user.id) })} />
        </li>
      ))}
    </ul>
  );
}
