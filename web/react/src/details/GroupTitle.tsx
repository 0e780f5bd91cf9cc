// SPDX-License-Identifier: Apache-2.0
import { Pencil } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button, IconButton } from "../button/Button.js";
import field from "../field/Field.module.css";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Details.module.css";

export interface GroupTitleProps {
  readonly title: string;
  /** Left out for whoever may not rename it. */
  readonly onRename: ((title: string) => Promise<void>) | undefined;
}

/** A group's name, changed where it stands; what somebody else calls it meanwhile does not take away what is typed. */
export function GroupTitle({ title, onRename }: GroupTitleProps) {
  const { words } = useLanguage();
  const [text, setText] = useState<string>();
  const [state, setState] = useState<"still" | "saving" | "failed">("still");
  const pencil = useRef<HTMLButtonElement>(null);
  const typed = useRef(false);
  const typing = text !== undefined && onRename !== undefined;

  // the focus goes back to where it came from
  useEffect(() => {
    if (typed.current && !typing) pencil.current?.focus();
    typed.current = typing;
  }, [typing]);

  function end() {
    setText(undefined);
    setState("still");
  }

  if (!typing) {
    return (
      <div className={style.name}>
        <h3>{title}</h3>
        {onRename && (
          <IconButton ref={pencil} label={words.rename} onClick={() => setText(title)}>
            <Pencil size={17} aria-hidden="true" />
          </IconButton>
        )}
      </div>
    );
  }

  function rename(event: FormEvent) {
    event.preventDefault();
    const next = text?.trim() ?? "";
    if (next === "" || !onRename || state === "saving") return;
    if (next === title) return end();
    setState("saving");
    onRename(next).then(end, () => setState("failed"));
  }

  return (
    <form className={style.rename} onSubmit={rename}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens at one's own click, in the place of the name
        autoFocus
        className={field.field}
        value={text}
        maxLength={100}
        aria-label={words.groupName}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          end();
        }}
      />
      {state === "failed" && <p role="alert">{words.didNotWork}</p>}
      <div>
        <Button kind="plain" onClick={end}>
          {words.cancel}
        </Button>
        <Button type="submit" aria-disabled={state === "saving" || text.trim() === ""}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}
