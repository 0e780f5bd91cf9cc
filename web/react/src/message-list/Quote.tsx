// SPDX-License-Identifier: Apache-2.0
import type { Message } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import type { ReactNode } from "react";
import { nameOf } from "../conversation-list/naming.js";
import { contentOf } from "../conversation-list/preview.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Quote.module.css";

export interface QuoteProps {
  /** Absent while it is not known. */
  readonly message: Message | undefined;
  readonly onClick?: () => void;
  readonly children?: ReactNode;
}

/** The message that another one answers. */
export function Quote({ message, onClick, children }: QuoteProps) {
  const language = useLanguage();
  const people = usePalabreState((state) => state.people);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const said = (
    <>
      <strong>
        {message ? nameOf(message.senderId, people, selfId, language.words) : language.words.originalMessage}
      </strong>
      <span dir="auto">{message ? contentOf(message, language) : "…"}</span>
    </>
  );
  return onClick ? (
    <button type="button" className={style.quote} onClick={onClick} aria-label={language.words.goToOriginal}>
      {said}
    </button>
  ) : (
    <div className={style.quote}>
      {said}
      {children}
    </div>
  );
}
