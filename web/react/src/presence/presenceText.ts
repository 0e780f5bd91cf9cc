// SPDX-License-Identifier: Apache-2.0
import type { Id, Presence } from "@palabre/sdk";
import { useEffect, useState } from "react";
import type { Language } from "../i18n/language.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { dotOf } from "./PresenceDot.js";
import { usePresence } from "./usePresence.js";

const MINUTE = 60_000;

/** What is known of somebody in words; nothing is said when nothing is. */
export function presenceText(
  presence: Presence | undefined,
  { words, dates }: Language,
  now = new Date(),
): string {
  const dot = dotOf(presence);
  switch (dot) {
    case "online":
      return presence?.statusText || words.online;
    case "busy":
    case "away":
      return presence?.statusText ? `${words[dot]} · ${presence.statusText}` : words[dot];
    case "offline":
      return presence?.lastSeen ? words.lastSeen(dates.ago(presence.lastSeen, now)) : words.offline;
    case undefined:
      return "";
  }
}

/** The same, followed; "five minutes ago" goes on counting by itself. */
export function usePresenceText(userId: Id | undefined): string {
  const language = useLanguage();
  const presence = usePresence(userId);
  const [now, setNow] = useState(() => new Date());
  const counting = presence?.isOnline === false && presence.lastSeen !== undefined;

  useEffect(() => {
    setNow(new Date());
    if (!counting) return;
    const timer = setInterval(() => setNow(new Date()), MINUTE / 2);
    return () => clearInterval(timer);
  }, [counting]);

  return presenceText(presence, language, now);
}
