// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { looked } from "../look/Look.js";
import style from "./Notice.module.css";

export interface NoticeProps {
  readonly art?: ReactNode;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** An empty place that says what would be here, and how to get it here. */
export const Notice = looked(function Notice({ art, title, hint, children }: NoticeProps) {
  return (
    <div className={style.notice}>
      {art}
      <p className={style.title}>{title}</p>
      {hint && <p className={style.hint}>{hint}</p>}
      {children}
    </div>
  );
});
