// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "@palabre/react";
import { Button } from "@palabre/react";
import type { Palabre } from "@palabre/sdk";
import { useEffect, useRef } from "react";
import { appWords } from "../../words.js";
import signIn from "../SignIn.module.css";
import style from "./CreateAccount.module.css";
import { Field } from "./Field.js";
import { NewPassword } from "./NewPassword.js";
import type { Answers } from "./slips.js";
import { useNewcomer } from "./useNewcomer.js";
import { accountWords } from "./words.js";

export interface CreateAccountProps {
  readonly client: Palabre;
  readonly locale: Locale;
  /** Given where the first administrator is made: the token of the address, or empty for one that is to be pasted. */
  readonly setupToken: string | undefined;
  /** It was asked for just now: one goes on writing in it. */
  readonly asked: boolean;
}

/** Somebody's own account; the first of a server is the administrator's. */
export function CreateAccount({ client, locale, setupToken, asked }: CreateAccountProps) {
  const words = accountWords[locale];
  const setUp = setupToken !== undefined;
  const form = useRef<HTMLFormElement>(null);
  const { answers, answer, slips, found, problem, busy, submit } = useNewcomer(client, setupToken);

  useEffect(() => {
    if (asked) form.current?.querySelector("input")?.focus();
  }, [asked]);
  useEffect(() => {
    if (found > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [found]);

  const field = (name: keyof Answers) => {
    const slip = slips[name];
    return {
      value: answers[name],
      onChange: (value: string) => answer(name, value),
      slip: slip && words.slips[slip],
    };
  };
  return (
    <>
      <h1>{setUp ? words.setUpTitle : words.registerTitle}</h1>
      <p className={signIn.hint}>{setUp ? words.setUpHint : words.registerHint}</p>
      <form ref={form} className={style.form} noValidate onSubmit={submit}>
        {setUp && (
          <Field
            {...field("setupToken")}
            label={words.setupToken}
            hint={words.setupTokenHint}
            autoComplete="off"
            required
          />
        )}
        <Field
          {...field("username")}
          label={appWords[locale].username}
          hint={words.usernameHint}
          autoComplete="username"
          required
        />
        <Field
          {...field("displayName")}
          label={words.displayName}
          hint={words.displayNameHint}
          autoComplete="name"
          autoCapitalize="words"
        />
        <NewPassword {...field("password")} locale={locale} />
        <div role="alert">{problem && <p className={signIn.problem}>{words.problems[problem]}</p>}</div>
        <Button type="submit" wide aria-disabled={busy}>
          {busy ? words.creating : words.create}
        </Button>
      </form>
    </>
  );
}

export default CreateAccount;
