// SPDX-License-Identifier: Apache-2.0
import { Pencil, Reply, X } from "lucide-react";
import { IconButton } from "../button/Button.js";
import type { Turn } from "../message-actions/Turn.js";
import { Quote } from "../message-list/Quote.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./TurnBar.module.css";

export interface TurnBarProps {
  readonly turn: Turn;
  readonly onCancel: () => void;
}

/** Over the composer: which message is answered, or changed. */
export function TurnBar({ turn, onCancel }: TurnBarProps) {
  const { words } = useLanguage();
  if (turn.is === "new") return null;
  const editing = turn.is === "edit";
  const Icon = editing ? Pencil : Reply;
  return (
    <div className={style.bar}>
      <Icon size={18} aria-hidden="true" />
      <div className={style.quote}>
        <span className="visually-hidden">{editing ? words.editing : words.replyingTo}</span>
        <Quote message={editing ? turn.message : turn.to} />
      </div>
      <IconButton label={editing ? words.cancelEdit : words.cancelReply} onClick={onCancel}>
        <X size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
