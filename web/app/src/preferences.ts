// SPDX-License-Identifier: Apache-2.0
import type { Preferences } from "@palabre/react";
import { preferredLocale } from "@palabre/react";
import { useCallback, useEffect, useState } from "react";

const KEY = "palabre.preferences";

/** Language and light, remembered in this browser; before any choice, the browser's own. */
export function usePreferences(): [Preferences, (preferences: Preferences) => void] {
  const [preferences, setPreferences] = useState(rememberedPreferences);
  const choose = useCallback((chosen: Preferences) => {
    setPreferences(chosen);
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch {
      // a browser that refuses to store still follows the choice until it is closed
    }
  }, []);

  useEffect(() => {
    const root = document.documentElement;
    root.lang = preferences.locale;
    if (preferences.theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = preferences.theme;
  }, [preferences]);

  return [preferences, choose];
}

/** Of what is kept, what one hears and sees of what arrives. */
function heard({ sounds, volume, previews, quiet }: Partial<Preferences>): Partial<Preferences> {
  return {
    sounds: sounds !== false,
    previews: previews !== false,
    ...(typeof volume === "number" && { volume: Math.min(1, Math.max(0, volume)) }),
    ...(quiet && { quiet }),
  };
}

/** As chosen in this browser the last time. */
export function rememberedPreferences(): Preferences {
  const first: Preferences = { locale: preferredLocale(navigator.languages), theme: "auto", sounds: true };
  try {
    const kept: Partial<Preferences> = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const theme = kept.theme === "light" || kept.theme === "dark" ? kept.theme : first.theme;
    const locale = kept.locale === "fr" || kept.locale === "en" ? kept.locale : first.locale;
    return { ...first, ...heard(kept), locale, theme };
  } catch {
    return first;
  }
}
