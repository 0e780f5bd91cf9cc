// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { useState } from "react";
import style from "../details/Details.module.css";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { Asked } from "./Asked.js";
import type { Ask } from "./useConversationItems.js";
import { useConversationItems } from "./useConversationItems.js";

/** The same as the menu has, in the details. */
export function ConversationRows({ entry }: { readonly entry: Entry }) {
  const { words } = useLanguage();
  const [asked, setAsked] = useState<Ask>();
  const [at, setAt] = useState<Spot>({ x: 0, y: 0 });
  const [failed, setFailed] = useState(false);
  const fail = () => setFailed(true);
  const items = useConversationItems(entry, setAsked, fail);
  return (
    <section className={style.section}>
      {failed && (
        <p role="alert" className={style.failed}>
          {words.didNotWork}
        </p>
      )}
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          className={item.danger ? style.danger : style.row}
          onClick={(event) => {
            setFailed(false);
            setAt(below(event.currentTarget));
            item.run();
          }}
        >
          {item.icon}
          {item.label}
        </button>
      ))}
      {asked && (
        <Asked what={asked} entry={entry} at={at} onClose={() => setAsked(undefined)} onFailed={fail} />
      )}
    </section>
  );
}
