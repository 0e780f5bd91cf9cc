// SPDX-License-Identifier: Apache-2.0
import { selfOf } from "@palabre/sdk";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "../button/Button.js";
import field from "../field/Field.module.css";
import { Portrait } from "../portrait/Portrait.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Profile.module.css";
import all from "./Settings.module.css";

const LONGEST_NAME = 80;

/** Who one is for others; picture and name are changed where they stand. */
export function Profile() {
  const { words } = useLanguage();
  const client = usePalabre();
  const self = usePalabreState(selfOf);
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [state, setState] = useState<"still" | "saving" | "failed">("still");
  const name = typed ?? self?.displayName ?? "";
  const changed = name.trim() !== "" && name.trim() !== self?.displayName;
  const unsaved = useRef<string>(undefined);
  unsaved.current = changed && state !== "saving" ? name.trim() : undefined;
  // what was typed holds, also where the settings are closed over it
  useEffect(
    () => () => {
      const displayName = unsaved.current;
      if (displayName !== undefined) client.updateProfile({ displayName }).catch(() => undefined);
    },
    [client],
  );
  if (!self) return null;

  function save(event: FormEvent) {
    event.preventDefault();
    if (!changed || state === "saving") return;
    setState("saving");
    client.updateProfile({ displayName: name.trim() }).then(
      () => {
        setTyped(undefined);
        setState("still");
      },
      () => setState("failed"),
    );
  }

  return (
    <form className={style.profile} onSubmit={save}>
      <Portrait
        id={self.id}
        name={self.displayName}
        src={self.avatarUrl}
        onChange={client.changePicture}
        onRemove={client.removePicture}
      />
      <p className={style.username}>@{self.username}</p>
      <div className={style.name}>
        <label htmlFor={id}>{words.displayName}</label>
        <input
          id={id}
          className={field.field}
          value={name}
          maxLength={LONGEST_NAME}
          autoComplete="name"
          onChange={({ target }) => setTyped(target.value)}
          // nobody goes without a name: the one there was comes back
          onBlur={() => name.trim() === "" && setTyped(undefined)}
        />
        {changed && (
          <Button type="submit" aria-disabled={state === "saving"}>
            {words.save}
          </Button>
        )}
      </div>
      {state === "failed" && (
        <p role="alert" className={all.failed}>
          {words.didNotWork}
        </p>
      )}
    </form>
  );
}
