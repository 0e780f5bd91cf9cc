// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { presenceOf } from "../avatar/PresenceDot.js";
import type { Language } from "../i18n/language.js";

/** What is known of somebody; nothing is said when nothing is. */
export function presenceText(user: User, { words, dates }: Language): string {
  switch (presenceOf(user)) {
    case "online":
      return user.statusText ?? words.online;
    case "busy":
      return words.busy;
    case "away":
      return words.away;
    case undefined:
      if (user.lastSeen) return words.lastSeen(dates.ago(user.lastSeen));
      return user.statusText ?? (user.isOnline === false ? words.offline : "");
  }
}
