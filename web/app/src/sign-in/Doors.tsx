// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "@palabre/react";
import { Part } from "@palabre/react";
import type { Health, Palabre } from "@palabre/sdk";
import { lazy, useState } from "react";
import { appWords } from "../words.js";
import style from "./SignIn.module.css";
import { SignInForm } from "./SignInForm.js";
import { useHealth } from "./useHealth.js";
import { useSetUpToken } from "./useSetUpToken.js";

const CreateAccount = lazy(() => import("./create-account/CreateAccount.js"));

type Door = "signIn" | "register" | "setUp";

/** What else there is beside signing in, by what the server says of registration. */
const others: Readonly<Record<Health["registration"], Door | undefined>> = {
  open: "register",
  setup: "setUp",
  closed: undefined,
};

export interface DoorsProps {
  readonly client: Palabre;
  readonly locale: Locale;
  /** Why one is here again. */
  readonly ended: string | undefined;
}

/** The ways in: with an account, and where the server lets people make one, with a new one. */
export function Doors({ client, locale, ended }: DoorsProps) {
  const words = appWords[locale];
  const token = useSetUpToken();
  const health = useHealth(client);
  const [chosen, choose] = useState<Door>();
  const other = health ? others[health.registration] : token === "" ? undefined : "setUp";
  const door = chosen ?? (other === "setUp" && ended === undefined ? "setUp" : "signIn");
  // a link of the first start, after somebody has used it
  const late = token !== "" && other !== "setUp";
  const asked = chosen !== undefined;
  if (door !== "signIn") {
    return (
      <>
        <Part>
          <CreateAccount
            key={token}
            client={client}
            locale={locale}
            setupToken={door === "setUp" ? token : undefined}
            asked={asked}
          />
        </Part>
        <Other asks={words.haveAccount} leads={words.signIn} onClick={() => choose("signIn")} />
      </>
    );
  }
  return (
    <>
      <h1>{words.signInTitle}</h1>
      <p className={style.hint}>{ended ?? (late ? words.setUpAlready : words.signInHint)}</p>
      <SignInForm client={client} words={words} demo={health?.demo === true} asked={asked} />
      {other && (
        <Other
          asks={words.noAccount}
          leads={other === "setUp" ? words.setUp : words.createAccount}
          onClick={() => choose(other)}
        />
      )}
    </>
  );
}

interface OtherProps {
  readonly asks: string;
  readonly leads: string;
  readonly onClick: () => void;
}

/** The way to the other form. */
function Other({ asks, leads, onClick }: OtherProps) {
  return (
    <p className={style.other}>
      {asks}
      <button type="button" onClick={onClick}>
        {leads}
      </button>
    </p>
  );
}
