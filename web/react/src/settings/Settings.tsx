// SPDX-License-Identifier: Apache-2.0
import { Keyboard } from "lucide-react";
import { useState } from "react";
import { Button } from "../button/Button.js";
import { Choice } from "../choice/Choice.js";
import type { Beginnings } from "../composer/beginnings.js";
import { unfinishedIn } from "../composer/begun.js";
import { Dialog } from "../dialog/Dialog.js";
import type { Locale } from "../i18n/language.js";
import { localeNames } from "../i18n/language.js";
import { looked } from "../look/Look.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import { Notifications } from "./Notifications.js";
import { Password } from "./Password.js";
import { Privacy } from "./Privacy.js";
import { Profile } from "./Profile.js";
import type { Preferences, Theme } from "./preferences.js";
import { Sessions } from "./Sessions.js";
import style from "./Settings.module.css";
import { SignOut } from "./SignOut.js";

export interface SettingsProps {
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
  /** Left out, there is no way out: whoever let one in knows it. */
  readonly onSignOut?: (() => Promise<void>) | undefined;
  /** Lists the keys; left out, nothing leads there. */
  readonly onShortcuts?: () => void;
  /** What one began and has not sent, which signing out would drop. */
  readonly beginnings?: Beginnings;
  readonly onClose: () => void;
}

/** Who one is, how one reads and hears, what others learn, where one is signed in, and the way out. */
export const Settings = looked(function Settings({
  preferences,
  onPreferences,
  onSignOut,
  onShortcuts,
  beginnings,
  onClose,
}: SettingsProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  // another password ends the other sessions
  const [changes, setChanges] = useState(0);
  const themes: Record<Theme, string> = {
    auto: words.themeAuto,
    light: words.themeLight,
    dark: words.themeDark,
  };
  return (
    <Dialog title={words.settings} onClose={onClose}>
      <div className={style.all}>
        <Profile />
        <div className={style.choices}>
          <Choice<Locale>
            label={words.language}
            values={localeNames}
            value={preferences.locale}
            onChange={(locale) => onPreferences({ ...preferences, locale })}
          />
          <Choice<Theme>
            label={words.theme}
            values={themes}
            value={preferences.theme}
            onChange={(theme) => onPreferences({ ...preferences, theme })}
          />
          <Notifications preferences={preferences} onPreferences={onPreferences} />
          <Privacy />
          {!client.hosted && (
            <>
              <Password onChanged={() => setChanges(changes + 1)} />
              <Sessions key={changes} />
            </>
          )}
          {onShortcuts && (
            <Button kind="quiet" wide onClick={onShortcuts}>
              <Keyboard size={18} aria-hidden="true" />
              {words.shortcuts}
            </Button>
          )}
          {onSignOut && (
            <SignOut unfinished={beginnings ? unfinishedIn(beginnings) : 0} onSignOut={onSignOut} />
          )}
        </div>
      </div>
    </Dialog>
  );
});

export default Settings;
