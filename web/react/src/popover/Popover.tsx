// SPDX-License-Identifier: Apache-2.0
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { classes } from "../classes.js";
import { giveBack } from "../layers/giveBack.js";
import { useLayer } from "../layers/layers.js";
import { useRoot } from "../provider/PalabreProvider.js";
import style from "./Popover.module.css";

/** Where a popover opens: at the pointer, or under the button that opened it. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** The space between `y` and this is kept free: the height of the button. */
  readonly above?: number;
}

export interface PopoverProps {
  readonly label: string;
  readonly at: Spot;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** What takes the focus on opening; else the first thing that can. */
  readonly first?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDialogElement>) => void;
}

/** Something small over the page: beside its spot, or a sheet at the bottom of a phone. Escape and a click beside close it. */
export function Popover({ label, at, onClose, children, className, first, onKeyDown }: PopoverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const begun = useRef<EventTarget>(undefined);
  const root = useRoot();
  useLayer(onClose);

  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (!element) return;
    element.showModal();
    if (first) element.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
    return () => {
      element.close();
      giveBack(before);
    };
  }, [first]);

  // what it holds may come later and be larger
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    place(element, at);
    const watch = new ResizeObserver(() => place(element, at));
    watch.observe(element);
    return () => watch.disconnect();
  }, [at]);

  return createPortal(
    <dialog
      ref={dialog}
      className={classes(style.popover, className)}
      aria-label={label}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onContextMenu={(event) => event.preventDefault()}
      onPointerDownCapture={(event) => {
        begun.current = event.target;
      }}
      // the end of the touch that opened it, which began elsewhere, neither chooses nor closes; a key has no pointer
      onClickCapture={(event) => event.detail > 0 && !begun.current && event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        if (begun.current === dialog.current && event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>,
    root,
  );
}

/** Under an element, or above it where there is more room. */
export function below(element: Element): Spot {
  const { left, bottom, height } = element.getBoundingClientRect();
  return { x: left, y: bottom + 6, above: height + 12 };
}

const MARGIN = 8;

/** Beside the spot, and whole on the screen; the style sheet makes it a sheet on a phone. */
function place(element: HTMLDialogElement, { x, y, above = 0 }: Spot): void {
  const { offsetWidth: width, offsetHeight: height } = element;
  const left = Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN));
  const fits = y + height <= innerHeight - MARGIN;
  const top = fits ? y : Math.max(MARGIN, Math.min(y - above - height, innerHeight - height - MARGIN));
  element.style.setProperty("--x", `${left}px`);
  element.style.setProperty("--y", `${top}px`);
}
