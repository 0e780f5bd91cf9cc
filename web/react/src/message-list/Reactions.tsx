// SPDX-License-Identifier: Apache-2.0
import type { Id, Reaction } from "@palabre/sdk";
import { nameOf } from "../conversation-list/naming.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Reactions.module.css";

export interface ReactionsProps {
  readonly reactions: readonly Reaction[];
  readonly selfId: Id;
  readonly onToggle: (emoji: string, mine: boolean) => void;
}

/** How people felt about a message; a click joins in or takes one's own back. */
export function Reactions({ reactions, selfId, onToggle }: ReactionsProps) {
  const { words, locale } = useLanguage();
  const people = usePalabreState((state) => state.people);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });

  /** Those whose names are known, and how many more there are. */
  function named(ids: readonly Id[], count: number): readonly string[] {
    const known = ids.filter((id) => id === selfId || people.has(id));
    const names = known.map((id) => nameOf(id, people, selfId, words));
    const others = count - known.length;
    return others > 0 ? [...names, words.others(others, names.length > 0)] : names;
  }

  return (
    <ul className={style.reactions}>
      {reactions.map(({ emoji, userIds, count = userIds.length }) => {
        const mine = userIds.includes(selfId);
        const who = list.format(named(userIds, Math.max(count, userIds.length)));
        return (
          <li key={emoji}>
            <button
              type="button"
              aria-pressed={mine}
              aria-label={words.reactionBy(emoji, who)}
              title={words.reactionBy(emoji, who)}
              onClick={() => onToggle(emoji, mine)}
            >
              {emoji}
              {count > 1 && <span>{count}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
