// SPDX-License-Identifier: Apache-2.0
import type { Report } from "@palabre/sdk";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../button/Button.js";
import { Dialog } from "../dialog/Dialog.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./ReportDialog.module.css";

const reasons: readonly Report["reason"][] = ["spam", "fraud", "abuse", "other"];
const LONGEST = 2_000;

export interface ReportDialogProps {
  /** A message, a person or a conversation. */
  readonly about: Pick<Report, "messageId" | "userId" | "conversationId">;
  /** Who may be blocked right after. */
  readonly person?: { readonly id: string; readonly name: string } | undefined;
  readonly onClose: () => void;
}

/** Tells the moderators, with a reason; thanks, and offers to block. */
export default function ReportDialog({ about, person, onClose }: ReportDialogProps) {
  const { words } = useLanguage();
  const [sent, setSent] = useState(false);
  return (
    <Dialog title={sent ? words.reportThanks : words.reportTitle} onClose={onClose}>
      {sent ? (
        <Thanks person={person} onClose={onClose} />
      ) : (
        <Form about={about} onSent={() => setSent(true)} />
      )}
    </Dialog>
  );
}

function Form({ about, onSent }: Pick<ReportDialogProps, "about"> & { readonly onSent: () => void }) {
  const { words } = useLanguage();
  const client = usePalabre();
  const name = useId();
  const [reason, setReason] = useState<Report["reason"]>();
  const [text, setText] = useState("");
  const [state, setState] = useState<"asking" | "sending" | "failed">("asking");

  function send(event: FormEvent) {
    event.preventDefault();
    if (!reason || state === "sending") return;
    setState("sending");
    const said = text.trim();
    client.report({ ...about, reason, ...(said && { text: said }) }).then(onSent, () => setState("failed"));
  }

  return (
    <form className={style.form} onSubmit={send}>
      <p>{words.reportHint}</p>
      <fieldset>
        <legend className="visually-hidden">{words.reportReason}</legend>
        {reasons.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === reason} onChange={() => setReason(one)} />
            {words.reportReasons[one]}
          </label>
        ))}
      </fieldset>
      <textarea
        rows={3}
        maxLength={LONGEST}
        aria-label={words.reportMore}
        placeholder={words.reportMore}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {state === "failed" && <p role="alert">{words.didNotWork}</p>}
      <Button type="submit" kind="danger" wide disabled={!reason || state === "sending"}>
        {words.reportNow}
      </Button>
    </form>
  );
}

function Thanks({ person, onClose }: Pick<ReportDialogProps, "person" | "onClose">) {
  const { words } = useLanguage();
  const client = usePalabre();
  const blocked = usePalabreState((state) => person !== undefined && state.blocked.has(person.id));
  const [failed, setFailed] = useState(false);
  return (
    <div className={style.form}>
      <p>{words.reportThanksHint}</p>
      {failed && <p role="alert">{words.didNotWork}</p>}
      {person && !blocked && (
        <Button
          kind="danger"
          wide
          onClick={() => client.block(person.id).then(onClose, () => setFailed(true))}
        >
          {words.blockPerson(person.name)}
        </Button>
      )}
      <Button kind="quiet" wide onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
}
