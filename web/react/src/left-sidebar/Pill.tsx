// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps } from "react";
import style from "./Pill.module.css";

export interface PillProps extends ComponentProps<"button"> {
  /** What it stands for is so just now. */
  readonly on: boolean;
}

/** A small button over the list: as high as a finger needs, and smaller to see. */
export function Pill({ on, children, ...rest }: PillProps) {
  return (
    <button {...rest} type="button" className={style.pill} data-on={on}>
      <span>{children}</span>
    </button>
  );
}
