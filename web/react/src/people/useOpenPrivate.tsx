// SPDX-License-Identifier: Apache-2.0
import type { Id, User } from "@palabre/sdk";
import { useState } from "react";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./PeopleList.module.css";

/** Picking somebody opens the private conversation with them, made if need be; `failed` says that it did not work. */
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
      {words.didNotWork}
    </p>
  ) : null;
  return { pick, failed: notice };
}
