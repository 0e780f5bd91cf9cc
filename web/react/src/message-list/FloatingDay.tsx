// SPDX-License-Identifier: Apache-2.0
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Separators.module.css";

/** The day of what is at the top, while one scrolls. */
export function FloatingDay({ at, shown }: { readonly at: string | undefined; readonly shown: boolean }) {
  const { dates } = useLanguage();
  if (at === undefined) return null;
  return (
    <p className={style.floating} data-shown={shown} aria-hidden="true">
      <span>{dates.day(at)}</span>
    </p>
  );
}
