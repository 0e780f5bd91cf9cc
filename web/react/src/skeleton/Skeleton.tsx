// SPDX-License-Identifier: Apache-2.0

import { classes } from "../classes.js";
import { looked } from "../look/Look.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Skeleton.module.css";

/** The shape of what is coming. */
export const MessagesSkeleton = looked(function MessagesSkeleton() {
  const { words } = useLanguage();
  return (
    <div className={style.skeleton} role="status" aria-label={words.loading}>
      <span className={style.wide} />
      <span className={style.narrow} />
      <span className={classes(style.out, style.wide)} />
      <span className={style.narrow} />
      <span className={classes(style.out, style.narrow)} />
    </div>
  );
});

export const LinesSkeleton = looked(function LinesSkeleton() {
  const { words } = useLanguage();
  return (
    <div className={style.lines} role="status" aria-label={words.loading}>
      {["a", "b", "c", "d", "e", "f"].map((line) => (
        <p key={line}>
          <span />
          <span />
          <span />
        </p>
      ))}
    </div>
  );
});
