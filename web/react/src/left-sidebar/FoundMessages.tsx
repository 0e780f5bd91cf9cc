// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { useMemo } from "react";
import { Avatar } from "../avatar/Avatar.js";
import { Button } from "../button/Button.js";
import { faceOf, nameOf } from "../conversation-list/naming.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import type { Results } from "../search/useFound.js";
import style from "./FoundMessages.module.css";

const AROUND = 30;

export interface FoundMessagesProps {
  readonly results: Results;
  readonly onOpen: (conversationId: Id, seq: number) => void;
  /** Asks for older ones, while there are. */
  readonly onMore: (() => void) | undefined;
}

/** Under people and conversations, the messages that say what is searched for, by conversation; a click goes to the place. */
export function FoundMessages({ results, onOpen, onMore }: FoundMessagesProps) {
  const { words } = useLanguage();
  const talks = useMemo(() => byConversation(results), [results]);
  if (results.length === 0) return null;
  return (
    <div className={style.found}>
      <h3>{words.messagesTitle}</h3>
      <ul aria-label={words.messagesTitle}>
        {talks.map(([id, places]) => (
          <li key={id}>
            <Talk id={id} places={places} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {onMore && (
        <Button kind="plain" wide onClick={onMore}>
          {words.showMore}
        </Button>
      )}
    </div>
  );
}

function byConversation(results: Results): readonly [Id, Results][] {
  const talks = new Map<Id, Results[number][]>();
  for (const result of results) {
    const places = talks.get(result.conversationId);
    if (places) places.push(result);
    else talks.set(result.conversationId, [result]);
  }
  return [...talks];
}

interface TalkProps {
  readonly id: Id;
  readonly places: Results;
  readonly onOpen: FoundMessagesProps["onOpen"];
}

/** What was found in one conversation, the newest first. */
function Talk({ id, places, onOpen }: TalkProps) {
  const { words, dates } = useLanguage();
  const people = usePalabreState((state) => state.people);
  const entry = usePalabreState((state) => state.conversations.get(id));
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const sender = people.get(places[0]?.message.senderId ?? "");
  const face = entry
    ? faceOf(entry, selfId, words)
    : { id, name: sender?.displayName ?? words.somebody, src: sender?.avatarUrl, shape: "person" as const };
  return (
    <>
      <h4>
        <Avatar id={face.id} name={face.name} src={face.src} shape={face.shape} size="s" />
        <span>{face.name}</span>
      </h4>
      <ul aria-label={face.name}>
        {places.map(({ message, highlights }) => (
          <li key={message.id}>
            <button type="button" onClick={() => onOpen(id, message.seq)}>
              <span className={style.where}>
                <strong>{nameOf(message.senderId, people, selfId, words)}</strong>
                <time dateTime={message.createdAt}>{dates.short(message.createdAt)}</time>
              </span>
              <Excerpt text={message.content ?? ""} highlights={highlights} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ExcerptProps {
  readonly text: string;
  readonly highlights: readonly (readonly [start: number, end: number])[];
}

/** The words around the first place found, with what was found marked. */
function Excerpt({ text, highlights }: ExcerptProps) {
  const first = highlights[0]?.[0] ?? 0;
  const from = first > AROUND ? first - AROUND : 0;
  const pieces: { text: string; marked: boolean }[] = [];
  let at = from;
  for (const [start, end] of highlights) {
    if (start < at) continue;
    pieces.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  pieces.push({ text: text.slice(at), marked: false });
  return (
    <span className={style.excerpt} dir="auto">
      {from > 0 && "…"}
      {/* biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place */}
      {pieces.map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text))}
    </span>
  );
}
