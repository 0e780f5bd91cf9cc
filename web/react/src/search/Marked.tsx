// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, useContext, useMemo } from "react";
import style from "./Marked.module.css";
import { marksIn, termsOf } from "./marks.js";

const Context = createContext<readonly string[]>([]);

/** In what is below it, the words of a search are marked. */
export function SearchedFor({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const terms = useMemo(() => termsOf(term), [term]);
  return <Context value={terms}>{children}</Context>;
}

/** A text, with what is searched for marked in it. */
export function Marked({ text }: { readonly text: string }) {
  const terms = useContext(Context);
  const marks = terms.length === 0 ? [] : marksIn(text, terms);
  if (marks.length === 0) return text;
  return (
    <>
      {marks.map(([start, end], index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark className={style.mark}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1])}
    </>
  );
}
