// SPDX-License-Identifier: Apache-2.0
import type { Session } from "@palabre/sdk";
import { Button } from "../button/Button.js";
import { looked } from "../look/Look.js";
import { Notice } from "../notice/Notice.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./NobodyHere.module.css";

/** In the place of what belongs to somebody, while nobody is known: why that is, and what can be done about it. */
export const NobodyHere = looked(function NobodyHere({ session }: { readonly session: Session["is"] }) {
  const { words } = useLanguage();
  const client = usePalabre();
  switch (session) {
    case "unknown":
    case "signedIn":
      return null;
    case "signedOut":
      return (
        <div className={style.place}>
          <Notice title={words.notSignedIn}>
            {client.hosted && <Button onClick={() => void client.resume()}>{words.retry}</Button>}
          </Notice>
        </div>
      );
    case "unreachable":
      return (
        <div role="alert" className={style.place}>
          <Notice title={words.serverUnreachable}>
            <Button onClick={client.reconnect}>{words.retry}</Button>
          </Notice>
        </div>
      );
  }
});
