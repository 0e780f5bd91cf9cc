// SPDX-License-Identifier: Apache-2.0
import { useId } from "react";
import { looked } from "../look/Look.js";
import style from "./Choice.module.css";

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly values: Readonly<Record<V, string>>;
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few, all in sight. */
export const Choice = looked(function Choice<V extends string>({
  label,
  values,
  value,
  onChange,
}: ChoiceProps<V>) {
  const name = useId();
  const options = Object.entries(values) as [V, string][];
  return (
    <fieldset className={style.choice}>
      <legend>{label}</legend>
      <div className={style.options}>
        {options.map(([option, text]) => (
          <label key={option}>
            <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
});
