// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "@palabre/react";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { appWords } from "../../words.js";
import style from "./CreateAccount.module.css";
import { Field } from "./Field.js";
import { strengthOf } from "./slips.js";
import { accountWords } from "./words.js";

interface NewPasswordProps {
  readonly locale: Locale;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly slip: string | undefined;
}

/** A password to be: one can look at it, and sees how its length is. */
export function NewPassword({ locale, value, onChange, slip }: NewPasswordProps) {
  const [shown, setShown] = useState(false);
  const words = accountWords[locale];
  const { password, showPassword, hidePassword } = appWords[locale];
  const strength = strengthOf(value);
  return (
    <Field
      label={password}
      hint={words.passwordHint}
      type={shown ? "text" : "password"}
      autoComplete="new-password"
      required
      value={value}
      onChange={onChange}
      slip={slip}
      button={
        <button
          type="button"
          aria-label={shown ? hidePassword : showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff size={20} aria-hidden="true" /> : <Eye size={20} aria-hidden="true" />}
        </button>
      }
    >
      <p className={style.strength} data-strength={strength}>
        <span aria-hidden="true" />
        <span role="status">{words.strength[strength]}</span>
      </p>
    </Field>
  );
}
