// SPDX-License-Identifier: Apache-2.0
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./Bubble.module.css";

interface FailedProps {
  readonly clientId: string;
  readonly error: string | undefined;
}

/** Under a message that was refused: why, as far as there is a word for it, and what to do about it. */
export function Failed({ clientId, error }: FailedProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  return (
    <p className={style.failed}>
      <span>{words.refusals[error ?? ""] ?? words.failedMessage}</span>
      <button type="button" onClick={() => client.retry(clientId)}>
        {words.retry}
      </button>
      <button type="button" onClick={() => client.discard(clientId)}>
        {words.remove}
      </button>
    </p>
  );
}
