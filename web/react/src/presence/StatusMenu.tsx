// SPDX-License-Identifier: Apache-2.0
import type { ChosenStatus } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { type FormEvent, useState } from "react";
import { Button } from "../button/Button.js";
import type { MenuItem } from "../menu/Menu.js";
import { Menu } from "../menu/Menu.js";
import type { Spot } from "../popover/Popover.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { Dot } from "./PresenceDot.js";
import { PresenceDot } from "./PresenceDot.js";
import style from "./StatusMenu.module.css";

const statuses: readonly [ChosenStatus, Dot][] = [
  ["available", "online"],
  ["busy", "busy"],
  ["away", "away"],
  ["invisible", "offline"],
];

export interface StatusMenuProps {
  readonly at: Spot;
  readonly onClose: () => void;
}

/** How one is shown to others, and in what words. */
export default function StatusMenu({ at, onClose }: StatusMenuProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const self = usePalabreState(selfOf);
  const [failed, setFailed] = useState(false);
  const items = statuses.map(
    ([status, dot]): MenuItem => ({
      label: words.statuses[status],
      icon: (
        <span className={style.dot}>
          <PresenceDot presence={dot} />
        </span>
      ),
      checked: self?.status === status,
      run: () => void client.setStatus({ status }).then(onClose, () => setFailed(true)),
    }),
  );
  return (
    <Menu label={words.status} at={at} items={items} onClose={onClose} keep>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      <StatusText text={self?.statusText ?? ""} onDone={onClose} />
    </Menu>
  );
}

function StatusText({ text, onDone }: { readonly text: string; readonly onDone: () => void }) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [typed, setTyped] = useState(text);
  const [failed, setFailed] = useState(false);

  function save(event: FormEvent) {
    event.preventDefault();
    client.setStatus({ statusText: typed.trim() }).then(onDone, () => setFailed(true));
  }

  return (
    <form className={style.form} onSubmit={save}>
      <input
        value={typed}
        maxLength={140}
        aria-label={words.statusText}
        placeholder={words.statusText}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key !== "Escape" && event.stopPropagation()}
      />
      {typed.trim() !== text && <Button type="submit">{words.save}</Button>}
      {failed && <p role="alert">{words.didNotWork}</p>}
    </form>
  );
}
