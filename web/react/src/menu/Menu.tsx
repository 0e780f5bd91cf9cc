// SPDX-License-Identifier: Apache-2.0
import { Check } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { classes } from "../classes.js";
import { useLayer } from "../layers/layers.js";
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

/** Where a menu opens: at the pointer, or under the button that opened it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** The space between `y` and this is kept free: the height of the button. */
  readonly above?: number;
}

export interface MenuProps {
  readonly label: string;
  readonly at: Spot;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
  /** Above the items: a row of reactions, a sentence. */
  readonly children?: ReactNode;
}

/** What one can do with something: at the pointer, or a sheet at the bottom of a phone. Arrows, Enter and Escape work. */
export function Menu({ label, at, items, onClose, children }: MenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayer(onClose);

  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element) return;
    element.showModal();
    place(element, at);
    element.querySelector<HTMLElement>("[role^=menuitem]")?.focus({ preventScroll: true });
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [at]);

  function pick(item: MenuItem) {
    onClose();
    item.run();
  }

  return createPortal(
    <dialog
      ref={dialog}
      className={style.menu}
      aria-label={label}
      onKeyDown={moveFocus}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={style.sheet}>
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
      </div>
    </dialog>,
    document.body,
  );
}

/** Under an element's lower corner, at the side where reading ends. */
export function below(element: Element): Spot {
  const { left, bottom, height } = element.getBoundingClientRect();
  return { x: left, y: bottom + 6, above: height + 12 };
}

const MARGIN = 8;

/** Beside the spot, and whole on the screen; the style sheet makes it a sheet on a phone. */
function place(element: HTMLDialogElement, { x, y, above = 0 }: Spot): void {
  const { width, height } = element.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN));
  const fits = y + height <= innerHeight - MARGIN;
  const top = fits ? y : Math.max(MARGIN, Math.min(y - above - height, innerHeight - height - MARGIN));
  element.style.setProperty("--x", `${left}px`);
  element.style.setProperty("--y", `${top}px`);
}

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
