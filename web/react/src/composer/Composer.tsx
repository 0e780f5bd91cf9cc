// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { SendHorizontal } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { classes } from "../classes.js";
import { useLanguage, usePalabre } from "../provider/PalabreProvider.js";
import style from "./Composer.module.css";
import { useDraft } from "./drafts.js";

const MOST_BYTES = 16 * 1024;
const WARN_UNDER = 500;

/** Where one writes: Enter sends, Shift+Enter breaks the line (on touch keyboards Enter breaks it and the button sends). */
export function Composer({ conversationId }: { readonly conversationId: Id }) {
  const { words } = useLanguage();
  const client = usePalabre();
  const [draft, setDraft] = useDraft(conversationId);
  const area = useRef<HTMLTextAreaElement>(null);
  const left = MOST_BYTES - new TextEncoder().encode(draft).length;
  const empty = draft.trim() === "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (area.current) fit(area.current);
  }, [draft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each conversation opened takes the focus, where there is a keyboard
  useEffect(() => {
    if (!touch()) area.current?.focus();
  }, [conversationId]);

  function send(event?: FormEvent) {
    event?.preventDefault();
    const text = area.current?.value.trim() ?? "";
    if (text === "" || left < 0) return;
    // in this order: once sent, the message is kept; the draft is no longer needed
    client.send(conversationId, text);
    setDraft("");
    area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || touch()) return;
    event.preventDefault();
    send();
  }

  return (
    <form className={style.composer} onSubmit={send}>
      <div className={style.box}>
        <textarea
          ref={area}
          rows={1}
          dir="auto"
          enterKeyHint={touch() ? "enter" : "send"}
          aria-label={words.writeMessage}
          placeholder={words.writeMessage}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {left < WARN_UNDER && (
          <output className={classes(style.count, left < 0 && style.over)}>
            {left < 0 ? words.tooLong(charactersOver(draft, -left)) : words.left(left)}
          </output>
        )}
        {/* the pointer does not take the focus away: on a phone the keyboard stays up */}
        <button
          type="submit"
          className={style.send}
          aria-label={words.send}
          title={words.send}
          disabled={empty || left < 0}
          onPointerDown={(event) => event.preventDefault()}
        >
          <SendHorizontal size={20} aria-hidden="true" />
        </button>
      </div>
    </form>
  );
}

/** How many characters have to go from the end for this many bytes to be gone. */
function charactersOver(text: string, bytes: number): number {
  const encoder = new TextEncoder();
  let over = 0;
  let gone = 0;
  for (const character of [...text.slice(-bytes)].reverse()) {
    if (gone >= bytes) break;
    gone += encoder.encode(character).length;
    over++;
  }
  return over;
}

function fit(area: HTMLTextAreaElement) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

function touch(): boolean {
  return window.matchMedia("(pointer: coarse)").matches;
}
