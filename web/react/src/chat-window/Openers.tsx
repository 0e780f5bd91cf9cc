// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id } from "@palabre/sdk";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./Openers.module.css";

/** First questions for a buyer, a greeting for others; a click writes it where one can still change it. */
export function Openers({ entry, selfId }: { readonly entry: Entry; readonly selfId: Id }) {
  const { words } = useLanguage();
  const client = usePalabre();
  const { id, product } = entry.conversation;
  if (entry.me.blocked) return null;
  const buys = product !== undefined && product.sellerId !== selfId;
  const openers = buys ? words.firstQuestions : [words.greeting];
  return (
    <ul className={style.openers} aria-label={words.openers}>
      {openers.map((text) => (
        <li key={text}>
          <button
            type="button"
            onClick={({ currentTarget }) => {
              client.saveDraft(id, text);
              currentTarget.closest("section")?.querySelector("textarea")?.focus();
            }}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
