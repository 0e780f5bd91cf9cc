// SPDX-License-Identifier: Apache-2.0
import { memo } from "react";
import style from "./EmojiPicker.module.css";
import type { Emoji } from "./emoji.js";
import { inTone } from "./emoji.js";

export interface EmojiGridProps {
  readonly title: string;
  readonly name: string;
  readonly emoji: readonly Emoji[];
  readonly tone: number;
  readonly onPick: (emoji: Emoji) => void;
}

/** One kind of emoji. What is not in view is not laid out. */
export const EmojiGrid = memo(function EmojiGrid({ title, name, emoji, tone, onPick }: EmojiGridProps) {
  if (emoji.length === 0) return null;
  return (
    <section className={style.group} data-group={name} aria-label={title}>
      <h3>{title}</h3>
      <div className={style.grid}>
        {emoji.map((one) => (
          <button
            key={one.text}
            type="button"
            data-emoji=""
            tabIndex={-1}
            title={one.name}
            aria-label={one.name}
            onClick={() => onPick(one)}
          >
            {inTone(one, tone)}
          </button>
        ))}
      </div>
    </section>
  );
});
