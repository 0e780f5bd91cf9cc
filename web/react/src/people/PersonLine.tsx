// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { Check } from "lucide-react";
import { Avatar } from "../avatar/Avatar.js";
import { PresenceDot, presenceOf } from "../avatar/PresenceDot.js";
import style from "./PersonLine.module.css";

export interface PersonLineProps {
  readonly user: User;
  readonly onPick: (user: User) => void;
  /** In a choice of several: whether this one is chosen. */
  readonly chosen?: boolean;
}

export function PersonLine({ user, onPick, chosen }: PersonLineProps) {
  return (
    <button type="button" className={style.line} onClick={() => onPick(user)} aria-pressed={chosen}>
      <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} size="m">
        <PresenceDot presence={presenceOf(user)} />
      </Avatar>
      <span className={style.name}>
        {user.displayName}
        <span>{user.statusText ?? `@${user.username}`}</span>
      </span>
      {chosen !== undefined && (
        <span className={style.box}>{chosen && <Check size={16} strokeWidth={3} aria-hidden="true" />}</span>
      )}
    </button>
  );
}
