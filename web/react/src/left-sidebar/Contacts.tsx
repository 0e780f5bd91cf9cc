// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { PeopleList } from "../people/PeopleList.js";
import { useOpenPrivate } from "../people/useOpenPrivate.js";

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
