// SPDX-License-Identifier: Apache-2.0
import { LogOut } from "lucide-react";
import { useState } from "react";
import { Button } from "../button/Button.js";
import { Confirm } from "../confirm/Confirm.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Settings.module.css";

interface SignOutProps {
  readonly onSignOut: () => Promise<void>;
  /** How many messages were begun that would be lost besides those on their way. */
  readonly unfinished: number;
}

/** The way out. It asks first when messages would be lost by it. */
export function SignOut({ onSignOut, unfinished }: SignOutProps) {
  const { words } = useLanguage();
  const [failed, setFailed] = useState(false);
  const [asking, setAsking] = useState(false);
  const unsent = usePalabreState(({ pending }) => pending.filter(({ state }) => state !== "sent").length);
  const lost = unsent + unfinished;

  function leave() {
    setFailed(false);
    return onSignOut().catch(() => setFailed(true));
  }

  return (
    <>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.signOutFailed}
        </p>
      )}
      <Button kind="danger" wide onClick={() => (lost > 0 ? setAsking(true) : void leave())}>
        <LogOut size={18} aria-hidden="true" />
        {words.signOut}
      </Button>
      {asking && (
        <Confirm
          title={words.signOutAsk}
          hint={words.signOutHint(lost)}
          action={words.signOutAnyway}
          onConfirm={leave}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
