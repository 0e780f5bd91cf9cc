// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { useMemo } from "react";
import { Button } from "../button/Button.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./NarrowBy.module.css";
import type { Narrowing } from "./narrowing.js";
import { isNarrow, WIDE } from "./narrowing.js";

export interface NarrowByProps {
  /** Of whom one can be chosen, besides oneself. */
  readonly people: readonly User[];
  readonly narrowing: Narrowing;
  readonly onChange: (narrowing: Narrowing) => void;
}

/** By whom and of which days the messages are that one searches. */
export default function NarrowBy({ people, narrowing, onChange }: NarrowByProps) {
  const { words, locale } = useLanguage();
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const { senderId = "", from = "", to = "" } = narrowing;
  const others = useMemo(
    () =>
      people
        .filter(({ id }) => id !== selfId)
        .toSorted((a, b) => a.displayName.localeCompare(b.displayName, locale)),
    [people, selfId, locale],
  );
  const change = (part: "senderId" | "from" | "to", value: string) => {
    const { [part]: _before, ...rest } = narrowing;
    onChange(value === "" ? rest : { ...rest, [part]: value });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these change what is listed
    <div className={style.by} role="group" aria-label={words.narrow}>
      <label className={style.sender}>
        <span>{words.narrowSender}</span>
        <select value={senderId} onChange={({ target }) => change("senderId", target.value)}>
          <option value="">{words.anybody}</option>
          <option value={selfId}>{words.you}</option>
          {others.map((user) => (
            <option key={user.id} value={user.id}>
              {user.displayName}
            </option>
          ))}
        </select>
      </label>
      <div className={style.days}>
        <label>
          <span>{words.narrowFrom}</span>
          <input
            type="date"
            value={from}
            max={to || undefined}
            onChange={({ target }) => change("from", target.value)}
          />
        </label>
        <label>
          <span>{words.narrowTo}</span>
          <input
            type="date"
            value={to}
            min={from || undefined}
            onChange={({ target }) => change("to", target.value)}
          />
        </label>
      </div>
      {isNarrow(narrowing) && (
        <Button kind="plain" onClick={() => onChange(WIDE)}>
          {words.narrowNoMore}
        </Button>
      )}
    </div>
  );
}
