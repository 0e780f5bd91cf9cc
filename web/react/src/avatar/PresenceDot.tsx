// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { classes } from "../classes.js";
import style from "./PresenceDot.module.css";

export type Presence = "online" | "busy" | "away";

/** What is known of somebody's presence. Not known, or offline, is shown as nothing. */
export function presenceOf(user: User | undefined): Presence | undefined {
  if (!user?.isOnline) return undefined;
  if (user.status === "busy" || user.status === "away") return user.status;
  return user.status === "invisible" ? undefined : "online";
}

/** Each state has its shape besides its colour. */
export function PresenceDot({ presence }: { readonly presence: Presence | undefined }) {
  return presence ? <span className={classes(style.dot, style[presence])} /> : null;
}
