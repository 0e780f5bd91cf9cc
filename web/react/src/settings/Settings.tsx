// SPDX-License-Identifier: Apache-2.0
import { selfOf } from "@palabre/sdk";
import { LogOut } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { Button } from "../button/Button.js";
import { Dialog } from "../dialog/Dialog.js";
import type { Locale } from "../i18n/language.js";
import { localeNames } from "../i18n/language.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import { Choice } from "./Choice.js";
import type { Preferences, Theme } from "./preferences.js";
import style from "./Settings.module.css";

export interface SettingsProps {
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
  readonly onSignOut: () => Promise<void>;
  readonly onClose: () => void;
}

/** Who one is, in which language and light one reads, and the way out. */
export function Settings({ preferences, onPreferences, onSignOut, onClose }: SettingsProps) {
  const { words } = useLanguage();
  const self = usePalabreState(selfOf);
  const [failed, setFailed] = useState(false);
  const themes: Record<Theme, string> = {
    auto: words.themeAuto,
    light: words.themeLight,
    dark: words.themeDark,
  };
  return (
    <Dialog title={words.settings} onClose={onClose}>
      {self && (
        <div className={style.profile}>
          <Avatar id={self.id} name={self.displayName} src={self.avatarUrl} size="xl" />
          <p className={style.name}>{self.displayName}</p>
          <p className={style.username}>@{self.username}</p>
        </div>
      )}
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
        {failed && (
          <p role="alert" className={style.failed}>
            {words.signOutFailed}
          </p>
        )}
        <Button kind="danger" wide onClick={() => onSignOut().catch(() => setFailed(true))}>
          <LogOut size={18} aria-hidden="true" />
          {words.signOut}
        </Button>
      </div>
    </Dialog>
  );
}

export default Settings;
