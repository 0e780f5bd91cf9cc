// SPDX-License-Identifier: Apache-2.0
import { type ComponentProps, type ReactNode, useId } from "react";
import signIn from "../SignIn.module.css";
import style from "./CreateAccount.module.css";

export interface FieldProps extends Omit<ComponentProps<"input">, "onChange" | "children"> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint: string;
  /** What is wrong with it; it stands in the place of the hint. */
  readonly slip: string | undefined;
  /** Beside what is written. */
  readonly button?: ReactNode;
  /** Below it. */
  readonly children?: ReactNode;
}

/** One line to write in, with its name, what is expected of it, and what is wrong with it. */
export function Field({ label, hint, slip, button, children, onChange, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className={style.asked}>
      <label htmlFor={id}>{label}</label>
      <div className={signIn.field}>
        <input
          autoCapitalize="none"
          spellCheck={false}
          {...input}
          id={id}
          aria-invalid={slip !== undefined}
          aria-describedby={`${id}h`}
          onChange={({ target }) => onChange(target.value)}
        />
        {button}
      </div>
      <p id={`${id}h`} className={slip === undefined ? style.hint : style.slip}>
        {slip ?? hint}
      </p>
      {children}
    </div>
  );
}
