// SPDX-License-Identifier: Apache-2.0
import type { Locale, Preferences, Theme } from "@palabre/react";
import { IconButton, localeNames, useLanguage } from "@palabre/react";
import { Languages, Monitor, Moon, Sun } from "lucide-react";
import style from "./SignIn.module.css";

const nextTheme: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const icons = { auto: Monitor, light: Sun, dark: Moon };

export interface PreferencesBarProps {
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** Language and light, before one is anybody. */
export function PreferencesBar({ preferences, onPreferences }: PreferencesBarProps) {
  const { words } = useLanguage();
  const { locale, theme } = preferences;
  const other: Locale = locale === "fr" ? "en" : "fr";
  const themeName = { auto: words.themeAuto, light: words.themeLight, dark: words.themeDark }[theme];
  const Icon = icons[theme];
  return (
    <div className={style.preferences}>
      <button type="button" lang={other} onClick={() => onPreferences({ ...preferences, locale: other })}>
        <Languages size={18} aria-hidden="true" />
        {localeNames[other]}
      </button>
      <IconButton
        label={words.saidBy(words.theme, themeName)}
        onClick={() => onPreferences({ ...preferences, theme: nextTheme[theme] })}
      >
        <Icon size={20} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
