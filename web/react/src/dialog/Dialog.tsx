// SPDX-License-Identifier: Apache-2.0
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "../button/Button.js";
import { classes } from "../classes.js";
import { giveBack } from "../layers/giveBack.js";
import { useLayer } from "../layers/layers.js";
import { looked } from "../look/Look.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Dialog.module.css";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Beside the title, before it. */
  readonly leading?: ReactNode;
  /** In the middle, as high as what is in it, unless said. */
  readonly shape?: "middle" | "side";
}

/** The browser's own modal dialog: it keeps the focus, closes on Escape, and gives the focus back. */
export const Dialog = looked(function Dialog({
  title,
  onClose,
  children,
  leading,
  shape = "middle",
}: DialogProps) {
  const { words } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const beside = useRef(false);
  const titleId = useId();
  useLayer(onClose);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      giveBack(before);
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on its backdrop
    <dialog
      ref={dialog}
      className={classes(style.dialog, shape === "side" && style.side)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        beside.current = event.target === dialog.current;
      }}
      // not the end of a selection that began inside
      onClick={(event) => beside.current && event.target === dialog.current && onClose()}
    >
      <div className={style.sheet}>
        <header className={style.header}>
          {leading}
          <h2 id={titleId}>{title}</h2>
          <IconButton label={words.close} onClick={onClose}>
            <X size={20} />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  );
});
