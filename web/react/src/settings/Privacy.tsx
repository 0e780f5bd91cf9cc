// SPDX-License-Identifier: Apache-2.0
import { selfOf } from "@palabre/sdk";
import { useEffect, useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { Button } from "../button/Button.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Settings.module.css";
import { Switch } from "./Switch.js";

/** What others learn of one, and whom one does not want to hear. */
export function Privacy() {
  const { words } = useLanguage();
  const client = usePalabre();
  const receipts = usePalabreState((state) => selfOf(state)?.readReceipts !== false);
  const blocked = usePalabreState((state) => state.blocked);
  const people = usePalabreState((state) => state.people);
  const [wanted, setWanted] = useState<boolean>();
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    client.loadBlocks().catch(() => setFailed(true));
  }, [client]);

  function attempt(doing: Promise<unknown>) {
    setFailed(false);
    doing.catch(() => setFailed(true)).finally(() => setWanted(undefined));
  }

  return (
    <section className={style.part} aria-label={words.privacy}>
      <h3>{words.privacy}</h3>
      <Switch
        label={words.readReceipts}
        hint={words.readReceiptsHint}
        on={wanted ?? receipts}
        onChange={(on) => {
          setWanted(on);
          attempt(client.updateProfile({ readReceipts: on }));
        }}
      />
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      <h4>{words.blockedPeople}</h4>
      {blocked.size === 0 && <p className={style.none}>{words.noneBlocked}</p>}
      <ul className={style.lines} aria-label={words.blockedPeople}>
        {[...blocked].map((id) => {
          const name = people.get(id)?.displayName ?? words.somebody;
          return (
            <li key={id}>
              <Avatar id={id} name={name} src={people.get(id)?.avatarUrl} size="s" />
              <span className={style.about}>{name}</span>
              <Button
                kind="plain"
                aria-label={`${words.unblock} ${name}`}
                onClick={() => attempt(client.unblock(id))}
              >
                {words.unblock}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
