// SPDX-License-Identifier: Apache-2.0
import { Check } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { classes } from "../classes.js";
import { looked } from "../look/Look.js";
import type { Spot } from "../popover/Popover.js";
import { Popover } from "../popover/Popover.js";
import style from "./Menu.module.css";

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  /** In a choice: whether this is the one that holds. */
  readonly checked?: boolean;
  /** A thin line above. */
  readonly apart?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly at: Spot;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
  /** The items close it themselves, or go on to something else in its place. */
  readonly keep?: boolean;
  /** Above the items: a row of reactions, a sentence. */
  readonly children?: ReactNode;
}

/** What one can do with something. Arrows, Enter and Escape work. */
export const Menu = looked(function Menu({ label, at, items, onClose, keep = false, children }: MenuProps) {
  function pick(item: MenuItem) {
    if (!keep) onClose();
    item.run();
  }
  return (
    <Popover label={label} at={at} onClose={onClose} onKeyDown={moveFocus} first="[role^=menuitem]">
      {children}
      <div role="menu" aria-label={label} className={style.items}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            {...(item.checked === undefined
              ? { role: "menuitem" }
              : { role: "menuitemradio", "aria-checked": item.checked })}
            className={classes(item.danger && style.danger, item.apart && style.apart)}
            onClick={() => pick(item)}
          >
            <span className={style.icon} aria-hidden="true">
              {item.icon}
            </span>
            {item.label}
            {item.checked && <Check size={18} className={style.check} aria-hidden="true" />}
          </button>
        ))}
      </div>
    </Popover>
  );
});

function moveFocus(event: KeyboardEvent<HTMLDialogElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? -1 : at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (to === undefined || items.length === 0) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}

export default Menu;
