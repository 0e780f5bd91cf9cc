// SPDX-License-Identifier: Apache-2.0
// Before the first paint: the light and the language this person chose, so that nothing flashes.
try {
  const chosen = JSON.parse(localStorage.getItem("palabre.preferences") || "{}");
  if (chosen.theme === "light" || chosen.theme === "dark")
    document.documentElement.dataset.theme = chosen.theme;
  if (chosen.locale) document.documentElement.lang = chosen.locale;
} catch {
  // storage refused or unreadable: the system's choice stands
}
