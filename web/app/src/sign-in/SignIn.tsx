// SPDX-License-Identifier: Apache-2.0
import type { Preferences } from "@palabre/react";
import { Logo } from "@palabre/react";
import type { Palabre } from "@palabre/sdk";
import { useSignedOut } from "../signedOut.js";
import { appWords } from "../words.js";
import { Doors } from "./Doors.js";
import { PreferencesBar } from "./PreferencesBar.js";
import style from "./SignIn.module.css";
import { TalkingTree } from "./TalkingTree.js";

export interface SignInProps {
  readonly client: Palabre;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
  /** A session ended by itself. */
  readonly expired: boolean;
}

export function SignIn({ client, preferences, onPreferences, expired }: SignInProps) {
  const words = appWords[preferences.locale];
  const byThemselves = useSignedOut();
  const ended = byThemselves ? words.signedOutElsewhere : words.sessionExpired;
  return (
    <div className={style.screen}>
      <aside className={style.brand}>
        <p className={style.wordmark}>
          <Logo size={40} />
          Palabre
        </p>
        <TalkingTree />
        <div className={style.tagline}>
          <p>{words.tagline}</p>
          <p>{words.taglineHint}</p>
        </div>
      </aside>
      <main className={style.main}>
        <PreferencesBar preferences={preferences} onPreferences={onPreferences} />
        <div className={style.card}>
          <span className={style.mark}>
            <Logo size={56} />
          </span>
          <Doors client={client} locale={preferences.locale} ended={expired ? ended : undefined} />
        </div>
      </main>
    </div>
  );
}
