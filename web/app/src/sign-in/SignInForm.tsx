// SPDX-License-Identifier: Apache-2.0
import { Button } from "@palabre/react";
import type { Palabre } from "@palabre/sdk";
import { Refused } from "@palabre/sdk";
import { Eye, EyeOff } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { forgetSignOut } from "../signedOut.js";
import type { AppWords } from "../words.js";
import { DemoAccounts } from "./DemoAccounts.js";
import style from "./SignIn.module.css";

interface SignInFormProps {
  readonly client: Palabre;
  readonly words: AppWords;
  readonly demo: boolean;
  /** It was asked for just now: one goes on writing in it. */
  readonly asked: boolean;
}

export function SignInForm({ client, words, demo, asked }: SignInFormProps) {
  const id = useId();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  function signIn(name: string, secret: string) {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    client
      .signIn(name, secret)
      .then(forgetSignOut)
      .catch((error: unknown) => setProblem(reason(error, words)))
      .finally(() => setBusy(false));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    signIn(username.trim(), password);
  }

  return (
    <form className={style.form} onSubmit={submit}>
      <label htmlFor={`${id}u`}>{words.username}</label>
      <div className={style.field}>
        <input
          id={`${id}u`}
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          // biome-ignore lint/a11y/noAutofocus: the link that led here has gone
          autoFocus={asked}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </div>
      <label htmlFor={`${id}p`}>{words.password}</label>
      <div className={style.field}>
        <input
          id={`${id}p`}
          type={shown ? "text" : "password"}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password"
          aria-describedby={problem ? `${id}e` : undefined}
          required
        />
        <button
          type="button"
          aria-label={shown ? words.hidePassword : words.showPassword}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff size={20} aria-hidden="true" /> : <Eye size={20} aria-hidden="true" />}
        </button>
      </div>
      <div role="alert">
        {problem && (
          <p id={`${id}e`} className={style.problem}>
            {problem}
          </p>
        )}
      </div>
      <Button type="submit" wide aria-disabled={busy}>
        {busy ? words.signingIn : words.signIn}
      </Button>
      {demo && <DemoAccounts words={words} onPick={(name) => signIn(name, name)} />}
    </form>
  );
}

function reason(error: unknown, words: AppWords): string {
  if (!(error instanceof Refused)) return words.failed;
  if (error.code === "unreachable") return words.unreachable;
  if (error.status === 429) return words.tooMany(Math.ceil((error.retryAfterMs ?? 0) / 60_000));
  return error.status === 401 ? words.wrongPassword : words.failed;
}
