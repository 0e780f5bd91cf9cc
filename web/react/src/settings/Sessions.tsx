// SPDX-License-Identifier: Apache-2.0
import type { SignIn } from "@palabre/sdk";
import { LogOut, Monitor, Smartphone } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Button, IconButton } from "../button/Button.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import { deviceOf } from "./device.js";
import style from "./Settings.module.css";

/** Where one is signed in; the others can be ended from here. */
export function Sessions() {
  const { words } = useLanguage();
  const client = usePalabre();
  const [sessions, setSessions] = useState<readonly SignIn[]>();
  const [failed, setFailed] = useState(false);
  const others = sessions?.filter((one) => !one.current) ?? [];

  const load = useCallback(() => client.sessions().then(setSessions, () => setFailed(true)), [client]);
  useEffect(() => void load(), [load]);

  function end(gone: readonly SignIn[]) {
    setFailed(false);
    Promise.all(gone.map((one) => client.endSession(one.id)))
      .catch(() => setFailed(true))
      .finally(load);
  }

  return (
    <section className={style.part} aria-label={words.sessions}>
      <h3>{words.sessions}</h3>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      {!sessions && !failed && <p className={style.none}>{words.loading}</p>}
      <ul className={style.lines} aria-label={words.sessions}>
        {sessions?.map((one) => (
          <Line key={one.id} session={one} onEnd={() => end([one])} />
        ))}
      </ul>
      {others.length > 1 && (
        <Button kind="plain" onClick={() => end(others)}>
          {words.endOthers}
        </Button>
      )}
    </section>
  );
}

function Line({ session, onEnd }: { readonly session: SignIn; readonly onEnd: () => void }) {
  const { words, dates } = useLanguage();
  const { name = words.unknownDevice, phone } = deviceOf(session.userAgent);
  const Icon = phone ? Smartphone : Monitor;
  return (
    <li>
      <Icon size={20} aria-hidden="true" />
      <span className={style.about}>
        <span>{name}</span>
        <small>{session.current ? words.thisDevice : words.lastActive(dates.ago(session.lastActive))}</small>
      </span>
      {!session.current && (
        <IconButton label={words.endSession(name)} onClick={onEnd}>
          <LogOut size={18} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
