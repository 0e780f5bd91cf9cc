// SPDX-License-Identifier: Apache-2.0
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./LeftSidebar.module.css";

export type Filter = "all" | "unread" | "groups" | "buying" | "selling" | "archived";

export interface FiltersProps {
  readonly filter: Filter;
  /** How many conversations hold something unread. */
  readonly unread: number;
  /** Those that would show something, besides the first three. */
  readonly more: readonly Filter[];
  readonly onFilter: (filter: Filter) => void;
}

export function Filters({ filter, unread, more, onFilter }: FiltersProps) {
  const { words } = useLanguage();
  const choices: [Filter, string][] = [
    ["all", words.filterAll],
    ["unread", words.filterUnread(unread)],
    ["groups", words.filterGroups],
    ["buying", words.filterBuying],
    ["selling", words.filterSelling],
    ["archived", words.filterArchived],
  ];
  const always: readonly Filter[] = ["all", "unread", "groups", filter];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these change what is listed
    <div className={style.filters} role="group" aria-label={words.filters}>
      {choices
        .filter(([value]) => always.includes(value) || more.includes(value))
        .map(([value, label]) => (
          <button key={value} type="button" aria-pressed={value === filter} onClick={() => onFilter(value)}>
            <span>{label}</span>
          </button>
        ))}
    </div>
  );
}
