// SPDX-License-Identifier: Apache-2.0
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./Bubble.module.css";

/** Under a message that was refused. */
export function Failed({ clientId }: { readonly clientId: string }) {
  const { words } = useLanguage();
  const client = usePalabre();
  return (
    <p className={style.failed}>
      {words.failedMessage}
      <button type="button" onClick={() => client.retry(clientId)}>
        {words.retry}
      </button>
      <button type="button" onClick={() => client.discard(clientId)}>
        {words.remove}
      </button>
    </p>
  );
}
