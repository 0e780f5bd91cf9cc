// SPDX-License-Identifier: Apache-2.0
import type { Message } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { systemText } from "../conversation-list/naming.js";
import { looked } from "../look/Look.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Separators.module.css";

export const DaySeparator = looked(function DaySeparator({ at }: { readonly at: string }) {
  const { dates } = useLanguage();
  return (
    <p className={style.day}>
      <time dateTime={at}>{dates.day(at)}</time>
    </p>
  );
});

/** Where reading stopped last time. */
export const UnreadDivider = looked(function UnreadDivider({ count }: { readonly count: number }) {
  const { words } = useLanguage();
  return <p className={style.unread}>{words.newMessages(count)}</p>;
});

/** Something that happened to the conversation, said in the person's language. */
export const SystemLine = looked(function SystemLine({ message }: { readonly message: Message }) {
  const language = useLanguage();
  const people = usePalabreState((state) => state.people);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  return (
    <p className={style.system}>
      <span title={language.dates.full(message.createdAt)}>
        {systemText(message, people, selfId, language)}
      </span>
    </p>
  );
});
