// SPDX-License-Identifier: Apache-2.0
import { useId } from "react";
import style from "./Switch.module.css";

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On or off, at once. */
export function Switch({ label, hint, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <label className={style.switch}>
      <span className={style.about}>
        <span>{label}</span>
        {hint && <small id={id}>{hint}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        aria-label={label}
        aria-describedby={hint && id}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  );
}
