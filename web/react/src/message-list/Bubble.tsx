// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { Avatar } from "../avatar/Avatar.js";
import { hueOf } from "../avatar/initials.js";
import { classes } from "../classes.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import { RichText } from "../rich-text/RichText.js";
import { isSingleEmoji } from "../text.js";
import style from "./Bubble.module.css";
import type { Said } from "./rows.js";
import { Ticks } from "./Ticks.js";

const nameHues = [style.name0, style.name1, style.name2, style.name3];

export interface BubbleProps {
  readonly said: Said;
  readonly first: boolean;
  readonly last: boolean;
  /** In a group, who said it; in a private conversation that is plain. */
  readonly sender: User | undefined;
}

/** One message. The last of a run has the pointed corner; in a group the first has the name. */
export function Bubble({ said, first, last, sender }: BubbleProps) {
  const { words, dates } = useLanguage();
  const mine = said.receipt !== undefined;
  const large = !said.deleted && isSingleEmoji(said.text ?? "");
  const shownReceipt = said.receipt && (last || said.receipt === "pending" || said.receipt === "failed");

  return (
    <div
      className={classes(style.row, mine ? style.out : style.in, first && style.first, last && style.last)}
    >
      {sender && (
        <span className={style.face}>
          {last && <Avatar id={sender.id} name={sender.displayName} src={sender.avatarUrl} size="s" />}
        </span>
      )}
      <div className={classes(style.bubble, large && style.large)}>
        {sender && first && (
          <p className={classes(style.name, nameHues[hueOf(sender.id, nameHues.length)])}>
            {sender.displayName}
          </p>
        )}
        {mine && <span className="visually-hidden">{words.youSaid} </span>}
        <div className={classes(style.text, said.deleted && style.deleted)} dir="auto">
          {said.deleted ? (
            words.deletedMessage
          ) : said.text === undefined ? (
            words.unknownMessage
          ) : (
            <RichText text={said.text} />
          )}
          <span className={style.meta}>
            {said.edited && <span>{words.edited}</span>}
            <time dateTime={said.at} title={dates.full(said.at)}>
              {dates.time(said.at)}
            </time>
            {shownReceipt && said.receipt && <Ticks receipt={said.receipt} />}
          </span>
        </div>
        {said.receipt === "failed" && said.clientId && <Failed clientId={said.clientId} />}
      </div>
    </div>
  );
}

function Failed({ clientId }: { readonly clientId: string }) {
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
