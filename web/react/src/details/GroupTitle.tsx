// SPDX-License-Identifier: Apache-2.0
import { Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button, IconButton } from "../button/Button.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Details.module.css";

export interface GroupTitleProps {
  readonly title: string;
  /** Left out for whoever may not rename it. */
  readonly onRename: ((title: string) => Promise<void>) | undefined;
}

/** A group's name, changed where it stands. */
export function GroupTitle({ title, onRename }: GroupTitleProps) {
  const { words } = useLanguage();
  const [text, setText] = useState<string>();
  const [failed, setFailed] = useState(false);

  if (text === undefined || !onRename) {
    return (
      <div className={style.name}>
        <h3>{title}</h3>
        {onRename && (
          <IconButton label={words.rename} onClick={() => setText(title)}>
            <Pencil size={17} aria-hidden="true" />
          </IconButton>
        )}
      </div>
    );
  }

  function rename(event: FormEvent) {
    event.preventDefault();
    const next = text?.trim() ?? "";
    if (next === "" || !onRename) return;
    if (next === title) setText(undefined);
    else
      onRename(next).then(
        () => setText(undefined),
        () => setFailed(true),
      );
  }

  return (
    <form className={style.rename} onSubmit={rename}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens at one's own click, in the place of the name
        autoFocus
        value={text}
        maxLength={100}
        aria-label={words.groupName}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          setText(undefined);
        }}
      />
      {failed && <p role="alert">{words.createFailed}</p>}
      <div>
        <Button kind="plain" onClick={() => setText(undefined)}>
          {words.cancel}
        </Button>
        <Button type="submit" disabled={text.trim() === ""}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
