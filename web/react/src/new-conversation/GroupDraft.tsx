// SPDX-License-Identifier: Apache-2.0
import type { Id, User } from "@palabre/sdk";
import { X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../button/Button.js";
import field from "../field/Field.module.css";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./NewConversation.module.css";

export interface GroupDraftProps {
  readonly chosen: readonly User[];
  readonly onRemove: (user: User) => void;
  readonly onOpen: (conversationId: Id) => void;
}

/** The people chosen so far and the name of their group. */
export function GroupDraft({ chosen, onRemove, onOpen }: GroupDraftProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [title, setTitle] = useState("");
  const [state, setState] = useState<"open" | "making" | "failed">("open");
  const fieldId = useId();
  const ready = chosen.length >= 2 && title.trim() !== "" && state !== "making";

  function create(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    setState("making");
    const members = chosen.map((user) => user.id);
    client.createGroup(title.trim(), members).then(onOpen, () => setState("failed"));
  }

  return (
    <form className={style.draft} onSubmit={create}>
      {chosen.length > 0 && (
        <ul className={style.chosen} aria-label={words.selected(chosen.length)}>
          {chosen.map((user) => (
            <li key={user.id}>
              <button
                type="button"
                aria-label={words.removePerson(user.displayName)}
                onClick={() => onRemove(user)}
              >
                {user.displayName.split(" ")[0]}
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={fieldId}>{words.groupName}</label>
      <input
        id={fieldId}
        className={field.field}
        value={title}
        maxLength={100}
        placeholder={words.groupNameHint}
        autoComplete="off"
        onChange={(event) => setTitle(event.target.value)}
      />
      {state === "failed" && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      <Button type="submit" wide disabled={!ready}>
        {words.createGroup}
      </Button>
      <p role="status" className={style.hint}>
        {chosen.length < 2
          ? words.newGroupHint
          : title.trim() === ""
            ? words.groupNameMissing
            : words.selected(chosen.length)}
      </p>
    </form>
  );
}
