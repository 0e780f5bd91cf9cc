// SPDX-License-Identifier: Apache-2.0
import { ChevronDown } from "lucide-react";
import { lazy, useState } from "react";
import { useRoom } from "../chat-layout/room.js";
import type { Catalogue } from "../i18n/en.js";
import { Part } from "../part/Part.js";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./LeftSidebar.module.css";
import { Pill } from "./Pill.js";

const Menu = lazy(() => import("../menu/Menu.js"));

export type Filter = "all" | "unread" | "groups" | "buying" | "selling" | "archived";

export interface FiltersProps {
  readonly filter: Filter;
  /** How many conversations hold something unread; nothing is said of none, or while it is not known. */
  readonly unread: number;
  /** Those that would show something, besides the first three. */
  readonly more: readonly Filter[];
  readonly onFilter: (filter: Filter) => void;
}

/** What the list shows: the usual ones in sight, the others, where there are several, in a menu. */
export function Filters({ filter, unread, more, onFilter }: FiltersProps) {
  const { words } = useLanguage();
  const [menu, setMenu] = useState<Spot>();
  const slim = useRoom() === "slim";
  const inSight: readonly Filter[] =
    slim && more.length > 0 ? ["all", "unread"] : ["all", "unread", "groups"];
  const beside: readonly Filter[] = inSight.includes("groups") ? more : ["groups", ...more];
  const others = inSight.includes(filter) || beside.includes(filter) ? beside : [...beside, filter];
  const [only] = others;
  const shown = others.length === 1 && only ? [...inSight, only] : inSight;
  const hidden = others.length > 1 ? others : [];
  const among = hidden.includes(filter);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these change what is listed
    <div className={style.filters} role="group" aria-label={words.filters}>
      {shown.map((value) => (
        <Pill
          key={value}
          on={value === filter}
          aria-pressed={value === filter}
          onClick={() => onFilter(value)}
        >
          {labelOf(value, unread, words)}
        </Pill>
      ))}
      {hidden.length > 0 && (
        <Pill
          on={among}
          aria-pressed={among}
          aria-haspopup="menu"
          onClick={(event) => setMenu(below(event.currentTarget))}
        >
          {among ? labelOf(filter, unread, words) : words.moreFilters}
          <ChevronDown size={14} aria-hidden="true" />
        </Pill>
      )}
      {menu && (
        <Part over>
          <Menu
            label={words.filters}
            at={menu}
            items={hidden.map((value) => ({
              label: labelOf(value, unread, words),
              checked: value === filter,
              run: () => onFilter(value),
            }))}
            onClose={() => setMenu(undefined)}
          />
        </Part>
      )}
    </div>
  );
}

function labelOf(filter: Filter, unread: number, words: Catalogue): string {
  switch (filter) {
    case "all":
      return words.filterAll;
    case "unread":
      return words.filterUnread(unread);
    case "groups":
      return words.filterGroups;
    case "buying":
      return words.filterBuying;
    case "selling":
      return words.filterSelling;
    case "archived":
      return words.filterArchived;
  }
}
