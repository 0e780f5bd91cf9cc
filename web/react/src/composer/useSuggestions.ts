// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import type { EmojiGroup } from "../emoji/emoji.js";
import { loadEmoji } from "../emoji/emoji.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import type { Command, Suggestion } from "./suggestions.js";
import { suggestCommands, suggestEmoji, suggestPeople, triggerAt } from "./suggestions.js";

export interface Suggesting {
  readonly items: readonly Suggestion[];
  readonly active: number;
  /** What has been loaded of the emoji, for `:smile:` in full. */
  readonly groups: readonly EmojiGroup[];
  /** The stretch of the text that a suggestion takes the place of. */
  readonly from: number;
  readonly close: () => void;
  /** Whether the key was one for the suggestions; `pick` is called for Enter and Tab. */
  readonly onKey: (event: KeyboardEvent, pick: (suggestion: Suggestion) => void) => boolean;
}

/** What is offered for the word before the caret: people after @, emoji after a colon, commands after a first slash. */
export function useSuggestions(
  text: string,
  caret: number,
  people: readonly User[],
  commands: readonly Command[],
): Suggesting {
  const { locale } = useLanguage();
  const [groups, setGroups] = useState<readonly EmojiGroup[]>([]);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const trigger = triggerAt(text, caret);
  const { mark, term = "", from = 0 } = trigger ?? {};
  const wantsEmoji = mark === ":";

  useEffect(() => {
    if (!wantsEmoji) return;
    let current = true;
    loadEmoji(locale).then(
      (all) => current && setGroups(all),
      // none are offered until they can be fetched
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [wantsEmoji, locale]);

  // what was closed stays so until that word is left
  useEffect(() => {
    if (mark === undefined) setClosedAt(undefined);
  }, [mark]);

  const items = useMemo(() => {
    if (mark === undefined || closedAt === from) return [];
    if (mark === "/") return suggestCommands(commands, term);
    return mark === "@" ? suggestPeople(people, term) : suggestEmoji(groups, term);
  }, [mark, term, from, closedAt, people, groups, commands]);
  const active = Math.min(chosen, Math.max(0, items.length - 1));
  const close = () => {
    setClosedAt(from);
    setChosen(0);
  };

  return {
    items,
    active,
    groups,
    from,
    close,
    onKey(event, pick) {
      const item = items[active];
      if (!item || event.nativeEvent.isComposing) return false;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step !== undefined) setChosen((active + step + items.length) % items.length);
      else if (event.key === "Escape") close();
      else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey)) pick(item);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
