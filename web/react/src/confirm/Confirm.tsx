// SPDX-License-Identifier: Apache-2.0
import { type ReactNode, useState } from "react";
import { Button } from "../button/Button.js";
import { Dialog } from "../dialog/Dialog.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Confirm.module.css";

export interface ConfirmProps {
  readonly title: string;
  readonly hint?: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ title, hint, action, onConfirm, onClose, children }: ConfirmProps) {
  const { words } = useLanguage();
  const [state, setState] = useState<"asking" | "doing" | "failed">("asking");
  function confirm() {
    setState("doing");
    onConfirm().then(onClose, () => setState("failed"));
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={style.body}>
        {hint && <p>{hint}</p>}
        {children}
        {state === "failed" && (
          <p role="alert" className={style.failed}>
            {words.didNotWork}
          </p>
        )}
        <div className={style.buttons}>
          <Button kind="plain" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button kind="danger" disabled={state === "doing"} onClick={confirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
