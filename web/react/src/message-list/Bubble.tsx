// SPDX-License-Identifier: Apache-2.0
import type { Message, User } from "@palabre/sdk";
import { ChevronDown, CornerUpRight, Pin, SmilePlus } from "lucide-react";
import { memo, useRef } from "react";
import { Attachments } from "../attachments/Attachments.js";
import { Avatar } from "../avatar/Avatar.js";
import { hueOf } from "../avatar/initials.js";
import { classes } from "../classes.js";
import { useGestures } from "../gestures/useGestures.js";
import { looked } from "../look/Look.js";
import type { Step } from "../message-actions/MessageMenu.js";
import { useTurn } from "../message-actions/Turn.js";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import type { Named } from "../rich-text/parse.js";
import { isSingleEmoji } from "../text.js";
import { byFinger } from "../touch.js";
import style from "./Bubble.module.css";
import { Failed } from "./Failed.js";
import { Quote } from "./Quote.js";
import { Reactions } from "./Reactions.js";
import type { Said } from "./said.js";
import { Ticks } from "./Ticks.js";
import { Words } from "./Words.js";

const hues = [style.hue0, style.hue1, style.hue2, style.hue3, style.hue4, style.hue5, style.hue6, style.hue7];

/** What a message needs of the list around it. */
export interface BubbleContext {
  readonly selfId: string;
  readonly named: readonly Named[];
  readonly quoted: (messageId: string) => Message | undefined;
  readonly onMenu: (message: Message, at: Spot, step?: Step) => void;
  readonly onReact: (message: Message, emoji: string, mine: boolean) => void;
  /** To the message that another one answers; the number of the latter is where one comes from. */
  readonly onJump: (messageId: string, from: number) => void;
}

export interface BubbleProps {
  readonly said: Said;
  readonly first: boolean;
  readonly last: boolean;
  /** In a group, who said it; in a private conversation that is plain. */
  readonly sender: User | undefined;
  /** Left out, nothing can be done with it. */
  readonly context?: BubbleContext;
  /** One came here from elsewhere. */
  readonly marked?: boolean;
}

/** One message. The last of a run has the pointed corner; in a group the first has the name. */
const Plain = memo(function Bubble({ said, first, last, sender, context, marked = false }: BubbleProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const { take } = useTurn();
  const { message } = said;
  const row = useRef<HTMLDivElement>(null);
  const mine = said.receipt !== undefined;
  const live = message && context && !said.deleted ? message : undefined;
  const large = !said.deleted && !said.replyTo && said.files.length === 0 && isSingleEmoji(said.text ?? "");
  const menu = (at: Spot) => message && context?.onMenu(message, at);
  const gestures = useGestures(row, {
    onHold: (x, y) => menu({ x, y }),
    onSwipe: () => live && take({ is: "reply", to: live }),
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: these only bring the menu, which the list brings from the keyboard
    <div
      ref={row}
      data-message={message?.id}
      tabIndex={-1}
      className={classes(
        style.row,
        mine ? style.out : style.in,
        first && style.first,
        last && style.last,
        marked && style.marked,
      )}
      {...(context && gestures)}
      onContextMenu={(event) => {
        if (!message || !context || isLink(event.target)) return;
        event.preventDefault();
        if (!byFinger()) menu({ x: event.clientX, y: event.clientY });
      }}
    >
      {sender && (
        <span className={style.face}>
          {last && <Avatar id={sender.id} name={sender.displayName} src={sender.avatarUrl} size="s" />}
        </span>
      )}
      <div className={style.column}>
        <div className={classes(style.bubble, large && style.large)}>
          {sender && first && (
            <p className={classes(style.name, hues[hueOf(sender.id, hues.length)])}>{sender.displayName}</p>
          )}
          {mine && <span className="visually-hidden">{words.youSaid} </span>}
          {said.forwarded && (
            <p className={style.forwarded}>
              <CornerUpRight size={14} aria-hidden="true" />
              {words.forwarded}
            </p>
          )}
          {said.replyTo && !said.deleted && (
            <Quote
              message={context?.quoted(said.replyTo)}
              {...(context && { onClick: () => context.onJump(said.replyTo ?? "", message?.seq ?? 0) })}
            />
          )}
          {said.files.length > 0 && !said.deleted && (
            <Attachments
              files={said.files}
              onDrop={said.clientId ? (key) => client.dropFile(said.clientId ?? "", key) : undefined}
            />
          )}
          <Text said={said} marked={marked} context={context} />
          {said.receipt === "failed" && said.clientId && (
            <Failed clientId={said.clientId} error={said.error} />
          )}
          {live && (
            <div className={style.tools}>
              <button
                type="button"
                tabIndex={-1}
                aria-label={words.react}
                title={words.react}
                onClick={(event) => context?.onMenu(live, below(event.currentTarget), "emoji")}
              >
                <SmilePlus size={17} aria-hidden="true" />
              </button>
              <button
                type="button"
                tabIndex={-1}
                aria-label={words.messageActions}
                title={words.messageActions}
                onClick={(event) => menu(below(event.currentTarget))}
              >
                <ChevronDown size={18} aria-hidden="true" />
              </button>
            </div>
          )}
        </div>
        {live?.reactions && context && (
          <Reactions
            reactions={live.reactions}
            selfId={context.selfId}
            onToggle={(emoji, already) => context.onReact(live, emoji, already)}
          />
        )}
      </div>
    </div>
  );
});

export const Bubble = looked(Plain);

interface TextProps {
  readonly said: Said;
  readonly marked: boolean;
  readonly context: BubbleContext | undefined;
}

/** What it says, and at the end of it when and how far it got. */
function Text({ said, marked, context }: TextProps) {
  const { words, dates } = useLanguage();
  return (
    <div className={classes(style.text, said.deleted && style.deleted)} dir="auto">
      {said.deleted ? (
        words.deletedMessage
      ) : said.text === undefined && said.files.length > 0 ? null : said.text === undefined ? (
        words.unknownMessage
      ) : (
        <Words said={said} text={said.text} marked={marked} context={context} />
      )}
      <span className={style.meta}>
        {said.pinned && <Pin size={11} role="img" aria-label={words.pinned} />}
        {said.editedAt && !said.deleted && <span title={dates.full(said.editedAt)}>{words.edited}</span>}
        <time dateTime={said.at} title={dates.full(said.at)}>
          {dates.time(said.at)}
        </time>
        {said.receipt && <Ticks receipt={said.receipt} />}
      </span>
    </div>
  );
}

/** A link keeps the browser's own menu. */
function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a") !== null;
}
