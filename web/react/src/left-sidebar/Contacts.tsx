// SPDX-License-Identifier: Apache-2.0
import type { Id, User } from "@palabre/sdk";
import { useState } from "react";
import { PeopleList } from "../people/PeopleList.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./LeftSidebar.module.css";

export interface ContactsProps {
  readonly search: string;
  readonly onOpen: (conversationId: Id) => void;
}

/** People: a click opens the private conversation with them, made if need be. */
export function Contacts({ search, onOpen }: ContactsProps) {
  const { pick, failed } = useOpenPrivate(onOpen);
  return (
    <>
      {failed}
      <PeopleList search={search} onPick={pick} />
    </>
  );
}

export function useOpenPrivate(onOpen: (conversationId: Id) => void) {
  const client = usePalabre();
  const { words } = useLanguage();
  const [failed, setFailed] = useState(false);
  const pick = (user: User) => {
    setFailed(false);
    client.openPrivate(user.id).then(onOpen, () => setFailed(true));
  };
  const notice = failed ? (
    <p role="alert" className={style.failed}>
      {words.createFailed}
    </p>
  ) : null;
  return { pick, failed: notice };
}
