// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { Avatar } from "../avatar/Avatar.js";
import { ChosenBox } from "../chosen-box/ChosenBox.js";
import { looked } from "../look/Look.js";
import { LiveDot } from "../presence/PresenceDot.js";
import { usePresenceText } from "../presence/presenceText.js";
import { Marked } from "../search/Marked.js";
import style from "./PersonLine.module.css";

export interface PersonLineProps {
  readonly user: User;
  readonly onPick: (user: User) => void;
  /** In a choice of several: whether this one is chosen. */
  readonly chosen?: boolean;
}

/** Somebody one may pick, and how they are. */
export const PersonLine = looked(function PersonLine({ user, onPick, chosen }: PersonLineProps) {
  const about = usePresenceText(user.id);
  return (
    <button type="button" className={style.line} onClick={() => onPick(user)} aria-pressed={chosen}>
      <Avatar id={user.id} name={user.displayName} src={user.avatarUrl} size="m">
        <LiveDot userId={user.id} />
      </Avatar>
      <span className={style.name}>
        <Marked text={user.displayName} />
        <small>{about || `@${user.username}`}</small>
      </span>
      {chosen !== undefined && <ChosenBox chosen={chosen} />}
    </button>
  );
});
