// SPDX-License-Identifier: Apache-2.0
import { Check } from "lucide-react";
import style from "./ChosenBox.module.css";

/** At the end of a line that can be chosen, whether it is; to readers the line itself says so. */
export function ChosenBox({ chosen }: { readonly chosen: boolean }) {
  return (
    <span className={style.box} data-chosen={chosen}>
      {chosen && <Check size={16} strokeWidth={3} aria-hidden="true" />}
    </span>
  );
}
