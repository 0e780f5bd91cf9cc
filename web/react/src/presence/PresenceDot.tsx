// SPDX-License-Identifier: Apache-2.0
import type { Id, Presence } from "@palabre/sdk";
import { classes } from "../classes.js";
import { looked } from "../look/Look.js";
import style from "./PresenceDot.module.css";
import { usePresence } from "./usePresence.js";

export type Dot = "online" | "busy" | "away" | "offline";

/** What is known of somebody's presence, in a word; nothing while nothing is known. */
export function dotOf(presence: Presence | undefined): Dot | undefined {
  if (presence?.isOnline === undefined) return undefined;
  if (!presence.isOnline) return "offline";
  return presence.status === "available" ? "online" : presence.status;
}

/** Each state has its shape besides its colour: a disc, a disc with a bar, a moon, a ring. */
export const PresenceDot = looked(function PresenceDot({ presence }: { readonly presence: Dot | undefined }) {
  return presence ? <span className={classes(style.dot, style[presence])} data-presence={presence} /> : null;
});

/** The same, of a person, for as long as it is on the screen. */
export const LiveDot = looked(function LiveDot({ userId }: { readonly userId: Id | undefined }) {
  return <PresenceDot presence={dotOf(usePresence(userId))} />;
});
