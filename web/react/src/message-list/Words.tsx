// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useRef, useState } from "react";
import { useLanguage } from "../provider/PalabreProvider.js";
import { RichText } from "../rich-text/RichText.js";
import type { BubbleContext } from "./Bubble.js";
import style from "./Bubble.module.css";
import { foldAt } from "./fold.js";
import type { Said } from "./said.js";

interface WordsProps {
  readonly said: Said;
  readonly text: string;
  readonly marked: boolean;
  readonly context: BubbleContext | undefined;
}

/** What stays unfolded when its line is drawn again. */
const unfolded = new WeakSet<object>();

/** The words; of many only the first ones, until one wants them all or comes from elsewhere to just this message. */
export function Words({ said, text, marked, context }: WordsProps) {
  const { words } = useLanguage();
  const whole = useRef<HTMLSpanElement>(null);
  const of = said.message ?? said;
  const [open, setOpen] = useState(() => unfolded.has(of));
  const most = useMemo(() => foldAt(text), [text]);
  const folded = most !== undefined && !open && !marked;

  useEffect(() => {
    if (!marked && !open) return;
    unfolded.add(of);
    setOpen(true);
  }, [marked, open, of]);

  return (
    <span ref={whole} tabIndex={most === undefined ? undefined : -1} className={style.words}>
      <RichText
        text={text}
        most={folded ? most : undefined}
        {...(context && { named: context.named, selfId: context.selfId })}
      />
      {folded && (
        <>
          {"… "}
          <button
            type="button"
            className={style.more}
            onClick={() => {
              setOpen(true);
              if (!whole.current) return;
              // the button goes: whoever reads on does so from here
              whole.current.focus({ preventScroll: true });
              stayInPlace(whole.current);
            }}
          >
            {words.readMore}
          </button>
        </>
      )}
    </span>
  );
}

/** What grows stays where it is on the screen, also where the list would rather show its end. */
function stayInPlace(element: HTMLElement) {
  const list = element.closest("[role=log]");
  const { top } = element.getBoundingClientRect();
  let frames = 6;
  requestAnimationFrame(function keep() {
    if (list) list.scrollTop += element.getBoundingClientRect().top - top;
    if (--frames > 0) requestAnimationFrame(keep);
  });
}
