// SPDX-License-Identifier: Apache-2.0
import { Refused, selfOf } from "@palabre/sdk";
import { Eye, EyeOff, KeyRound } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button, IconButton } from "../button/Button.js";
import field from "../field/Field.module.css";
import type { Catalogue } from "../i18n/en.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Password.module.css";
import all from "./Settings.module.css";

const SHORTEST = 8;

type Outcome = "none" | "saving" | "changed" | "wrong" | "short" | "failed" | { readonly minutes: number };

/** Another password, for whoever knows the one there is. */
export function Password({ onChanged }: { readonly onChanged: () => void }) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>("none");

  async function change(current: string, next: string) {
    if (next.length < SHORTEST) return setOutcome("short");
    setOutcome("saving");
    try {
      await client.changePassword(current, next);
      setOutcome("changed");
      setOpen(false);
      onChanged();
    } catch (error) {
      setOutcome(outcomeOf(error));
    }
  }

  return (
    <section className={all.part} aria-label={words.password}>
      <h3>{words.password}</h3>
      {open ? (
        <PasswordForm
          outcome={outcome}
          onSave={(current, next) => void change(current, next)}
          onCancel={() => {
            setOpen(false);
            setOutcome("none");
          }}
        />
      ) : (
        <Button kind="quiet" wide onClick={() => setOpen(true)}>
          <KeyRound size={18} aria-hidden="true" />
          {words.changePassword}
        </Button>
      )}
      <p role="status" className={style.done}>
        {outcome === "changed" && words.passwordChanged}
      </p>
    </section>
  );
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof Refused)) return "failed";
  if (error.code === "wrong_credentials") return "wrong";
  if (error.status === 429) return { minutes: minutesOf(error) };
  return error.status === 400 ? "short" : "failed";
}

function minutesOf({ retryAfterMs = 0 }: Refused): number {
  return Math.ceil(retryAfterMs / 60_000);
}

function problemOf(outcome: Outcome, words: Catalogue): string | undefined {
  if (typeof outcome === "object") return words.tryLater(outcome.minutes);
  switch (outcome) {
    case "wrong":
      return words.wrongPassword;
    case "short":
      return words.shortPassword;
    case "failed":
      return words.didNotWork;
    case "none":
    case "saving":
    case "changed":
      return undefined;
  }
}

interface PasswordFormProps {
  readonly outcome: Outcome;
  readonly onSave: (current: string, next: string) => void;
  readonly onCancel: () => void;
}

function PasswordForm({ outcome, onSave, onCancel }: PasswordFormProps) {
  const { words } = useLanguage();
  const username = usePalabreState((state) => selfOf(state)?.username);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const problem = problemOf(outcome, words);

  function save(event: FormEvent) {
    event.preventDefault();
    if (outcome !== "saving" && current !== "" && next !== "") onSave(current, next);
  }

  return (
    <form className={style.password} onSubmit={save}>
      {/* a password is kept for somebody */}
      <input type="text" autoComplete="username" defaultValue={username} hidden />
      <Field
        label={words.currentPassword}
        use="current-password"
        value={current}
        onChange={setCurrent}
        first
      />
      <Field
        label={words.newPassword}
        hint={words.passwordHint(SHORTEST)}
        use="new-password"
        value={next}
        onChange={setNext}
      />
      {problem && (
        <p role="alert" className={all.failed}>
          {problem}
        </p>
      )}
      <div className={style.actions}>
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button type="submit" aria-disabled={outcome === "saving" || current === "" || next === ""}>
          {words.save}
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly use: "current-password" | "new-password";
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly first?: boolean;
}

function Field({ label, hint, use, value, onChange, first = false }: FieldProps) {
  const { words } = useLanguage();
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className={style.secret}>
      <label htmlFor={id}>{label}</label>
      <div>
        <input
          id={id}
          className={field.field}
          // biome-ignore lint/a11y/noAutofocus: it was asked for just now
          autoFocus={first}
          type={shown ? "text" : "password"}
          autoComplete={use}
          value={value}
          aria-describedby={hint && `${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
        />
        <IconButton
          label={shown ? words.hidePassword(label) : words.showPassword(label)}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff size={18} aria-hidden="true" /> : <Eye size={18} aria-hidden="true" />}
        </IconButton>
      </div>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
