// SPDX-License-Identifier: Apache-2.0
import type { Id, User } from "@palabre/sdk";
import { ChevronLeft, UsersRound } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "../button/Button.js";
import { Dialog } from "../dialog/Dialog.js";
import { looked } from "../look/Look.js";
import { PeopleList } from "../people/PeopleList.js";
import { useOpenPrivate } from "../people/useOpenPrivate.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { SearchField } from "../search-field/SearchField.js";
import { byFinger } from "../touch.js";
import { GroupDraft } from "./GroupDraft.js";
import style from "./NewConversation.module.css";

export interface NewConversationProps {
  readonly onOpen: (conversationId: Id) => void;
  readonly onClose: () => void;
}

/** Whom to write to: one person, or several and a name for their group. */
export const NewConversation = looked(function NewConversation({ onOpen, onClose }: NewConversationProps) {
  const { words } = useLanguage();
  const [group, setGroup] = useState(false);
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<readonly User[]>([]);
  const { pick, failed } = useOpenPrivate(onOpen);
  const field = useRef<HTMLInputElement>(null);

  // the button that led from the one to the other has gone
  // biome-ignore lint/correctness/useExhaustiveDependencies: a group begins with a search as well
  useEffect(() => {
    if (!byFinger()) field.current?.focus();
  }, [group]);

  function toggle(user: User) {
    const without = chosen.filter((one) => one.id !== user.id);
    setChosen(without.length < chosen.length ? without : [...chosen, user]);
  }

  const back = (
    <IconButton label={words.back} onClick={() => setGroup(false)}>
      <ChevronLeft size={22} />
    </IconButton>
  );
  return (
    <Dialog title={group ? words.newGroup : words.newConversation} onClose={onClose} leading={group && back}>
      <div className={style.search}>
        <SearchField ref={field} label={words.searchPeople} value={search} onChange={setSearch} />
      </div>
      {!group && (
        <button type="button" className={style.group} onClick={() => setGroup(true)}>
          <span>
            <UsersRound size={20} aria-hidden="true" />
          </span>
          {words.newGroup}
        </button>
      )}
      {failed}
      <div className={style.people}>
        <PeopleList
          search={search}
          onPick={group ? toggle : pick}
          {...(group && { chosen: new Set(chosen.map((user) => user.id)) })}
        />
      </div>
      {group && <GroupDraft chosen={chosen} onRemove={toggle} onOpen={onOpen} />}
    </Dialog>
  );
});

export default NewConversation;
