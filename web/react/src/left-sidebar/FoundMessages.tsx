// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { Avatar } from "../avatar/Avatar.js";
import { faceOf, nameOf } from "../conversation-list/naming.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import type { Results } from "../search/useFound.js";
import style from "./FoundMessages.module.css";

const AROUND = 30;

export interface FoundMessagesProps {
  readonly results: Results;
  readonly onOpen: (conversationId: Id, seq: number) => void;
}

/** Under people and conversations, the messages that say what is searched for; a click goes to the place. */
export function FoundMessages({ results, onOpen }: FoundMessagesProps) {
  const { words, dates } = useLanguage();
  const people = usePalabreState((state) => state.people);
  const conversations = usePalabreState((state) => state.conversations);
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  if (results.length === 0) return null;
  return (
    <div className={style.found}>
      <h3>{words.messagesTitle}</h3>
      <ul aria-label={words.messagesTitle}>
        {results.map(({ message, conversationId, highlights }) => {
          const entry = conversations.get(conversationId);
          const face = entry && faceOf(entry, selfId, words);
          return (
            <li key={message.id}>
              <button type="button" onClick={() => onOpen(conversationId, message.seq)}>
                {face && <Avatar id={face.id} name={face.name} src={face.src} shape={face.shape} size="m" />}
                <span className={style.said}>
                  <span className={style.where}>
                    <strong>{face?.name ?? nameOf(message.senderId, people, selfId, words)}</strong>
                    <time dateTime={message.createdAt}>{dates.short(message.createdAt)}</time>
                  </span>
                  <Excerpt text={message.content ?? ""} highlights={highlights} />
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface ExcerptProps {
  readonly text: string;
  readonly highlights: readonly (readonly [start: number, end: number])[];
}

/** The words around the first place found, with what was found marked. */
export function Excerpt({ text, highlights }: ExcerptProps) {
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
