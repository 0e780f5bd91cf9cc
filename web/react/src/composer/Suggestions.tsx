// SPDX-License-Identifier: Apache-2.0
import { Avatar } from "../avatar/Avatar.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Suggestions.module.css";
import type { Suggestion } from "./suggestions.js";

export interface SuggestionsProps {
  readonly id: string;
  readonly items: readonly Suggestion[];
  readonly active: number;
  readonly onPick: (suggestion: Suggestion) => void;
}

/** Over the composer while a word can be completed; the focus stays in the text. */
export function Suggestions({ id, items, active, onPick }: SuggestionsProps) {
  const { words } = useLanguage();
  return (
    <>
      <p role="status" className="visually-hidden">
        {items.length > 0 && words.suggestionCount(items.length)}
      </p>
      <div
        id={id}
        role="listbox"
        aria-label={words.suggestions}
        className={style.list}
        hidden={items.length === 0}
      >
        {items.map((item, index) => (
          <button
            key={keyOf(item)}
            id={`${id}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(item)}
          >
            {item.is === "command" && (
              <>
                <span className={style.icon} aria-hidden="true">
                  <item.command.Icon size={19} />
                </span>
                <span>/{item.command.name}</span>
                <small>{item.command.about}</small>
              </>
            )}
            {item.is === "person" && (
              <>
                <Avatar id={item.user.id} name={item.user.displayName} src={item.user.avatarUrl} size="s" />
                <span>{item.user.displayName}</span>
                <small>@{item.user.username}</small>
              </>
            )}
            {item.is === "emoji" && (
              <>
                <span className={style.emoji}>{item.emoji.text}</span>
                <span>{item.emoji.name}</span>
                {item.emoji.codes[0] && <small>:{item.emoji.codes[0]}:</small>}
              </>
            )}
          </button>
        ))}
      </div>
    </>
  );
}

function keyOf(item: Suggestion): string {
  switch (item.is) {
    case "command":
      return item.command.name;
    case "person":
      return item.user.id;
    case "emoji":
      return item.emoji.text;
  }
}
