// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { Paperclip, Smile } from "lucide-react";
import {
  type FormEvent,
  type KeyboardEvent,
  lazy,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useChosen } from "../attachments/Chosen.js";
import { FileTray } from "../attachments/FileTray.js";
import { classes } from "../classes.js";
import { replaced, withFace, withLastFace } from "../emoji/faces.js";
import { looked } from "../look/Look.js";
import { Part } from "../part/Part.js";
import type { Spot } from "../popover/Popover.js";
import { below } from "../popover/Popover.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { byFinger } from "../touch.js";
import { Barred, useBarred } from "./Barred.js";
import { useBegun } from "./begun.js";
import style from "./Composer.module.css";
import { bytesLeft, charactersLeft, charactersOver } from "./limit.js";
import { SendButton } from "./SendButton.js";
import { Suggestions } from "./Suggestions.js";
import type { Command, Suggestion } from "./suggestions.js";
import { codeAt } from "./suggestions.js";
import { TurnBar } from "./TurnBar.js";
import { useCommands } from "./useCommands.js";
import { useMembers } from "./useMembers.js";
import { useSuggestions } from "./useSuggestions.js";
import { useWriting } from "./useWriting.js";

const VoiceRecorder = lazy(() => import("../attachments/VoiceRecorder.js"));
const EmojiPicker = lazy(() => import("../emoji/EmojiPicker.js"));
const WARN_UNDER = 500;
const NONE: readonly Command[] = [];

export interface ComposerProps {
  readonly conversationId: Id;
  /** Looks through the conversation, for `/search`. */
  readonly onSearch?: () => void;
}

/** Where one writes; where nothing may pass between two people, a sentence that says so. */
export const Composer = looked(function Composer({ conversationId, onSearch }: ComposerProps) {
  const barred = useBarred(conversationId);
  return barred ? (
    <Barred conversationId={conversationId} by={barred} />
  ) : (
    <Writing conversationId={conversationId} onSearch={onSearch} />
  );
});

/** Enter sends, Shift+Enter breaks the line (on touch keyboards Enter breaks it and the button sends). */
function Writing({ conversationId, onSearch }: ComposerProps) {
  const { words } = useLanguage();
  const [caret, setCaret] = useState(0);
  const [picker, setPicker] = useState<Spot>();
  const [recording] = useBegun("recording", undefined);
  // what was said here before one went elsewhere is here again
  const [speaking, setSpeaking] = useState(recording !== undefined);
  /** A command was. */
  const [failed, setFailed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<number>(undefined);
  const listId = useId();
  const members = useMembers(conversationId);
  const writing = useWriting(conversationId, members);
  const { text: draft, turn } = writing;
  const editing = turn.is === "edit";
  const file = useRef<HTMLInputElement>(null);
  const faces = useRef<HTMLButtonElement>(null);
  const commands = useCommands(conversationId, {
    attach: () => file.current?.click(),
    pickEmoji: () => faces.current && setPicker(below(faces.current)),
    speak: canRecord() ? () => setSpeaking(true) : undefined,
    search: onSearch,
    onFailed: () => setFailed(true),
  });
  const suggesting = useSuggestions(draft, caret, members, editing ? NONE : commands);
  const chosen = useChosen();
  const left = bytesLeft(draft);
  // what is chosen goes with the next message, not with one that is changed
  const files = editing ? [] : chosen.files;
  const empty = draft.trim() === "" && files.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    if (!area.current) return;
    fit(area.current);
    if (wanted.current === undefined) return;
    area.current.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  }, [draft]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each conversation opened takes the focus, where there is a keyboard, and so does the field that comes back
  useEffect(() => {
    if (!byFinger()) area.current?.focus();
  }, [conversationId, speaking]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer or a change begins with the text, wherever it was asked for
  useEffect(() => {
    if (turn.is === "new") return;
    wanted.current = turn.is === "edit" ? draft.length : undefined;
    area.current?.focus();
  }, [turn]);

  function write(next: { text: string; caret: number }) {
    wanted.current = next.caret;
    setCaret(next.caret);
    writing.write(next.text);
  }

  function onType(text: string, at: number) {
    setFailed(false);
    const code = codeAt(text, at, suggesting.groups);
    const changed = code ? replaced(text, code.from, at, code.emoji) : withFace(text, at);
    if (changed) write(changed);
    else {
      setCaret(at);
      writing.write(text);
    }
  }

  function insert(text: string) {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {};
    write(replaced(draft, from, to, text));
  }

  function pick(suggestion: Suggestion) {
    write(replaced(draft, suggesting.from, caret, textOf(suggestion)));
    area.current?.focus();
    if (suggestion.is === "command") suggestion.command.run();
  }

  function send(event?: FormEvent) {
    event?.preventDefault();
    const text = withLastFace(area.current?.value.trim() ?? "");
    if ((text === "" && files.length === 0) || left < 0) return;
    writing.send(text, files);
    if (!editing) chosen.clear();
    area.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (suggesting.onKey(event, pick)) return;
    if (event.key === "Escape" && turn.is !== "new") {
      event.preventDefault();
      writing.cancel();
    }
    if (event.key === "ArrowUp" && draft === "" && turn.is === "new" && writing.editLast())
      event.preventDefault();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || byFinger()) return;
    event.preventDefault();
    send();
  }

  if (speaking)
    return (
      <div className={style.composer}>
        <Part>
          <VoiceRecorder onSend={writing.say} onClose={() => setSpeaking(false)} />
        </Part>
      </div>
    );
  return (
    <form className={style.composer} onSubmit={send}>
      <Suggestions id={listId} items={suggesting.items} active={suggesting.active} onPick={pick} />
      <TurnBar turn={turn} onCancel={writing.cancel} />
      {(writing.failed || failed) && (
        <p role="alert" className={style.failed}>
          {writing.failed ? words.editFailed : words.didNotWork}
        </p>
      )}
      <FileTray />
      <div className={style.box}>
        <button
          ref={faces}
          type="button"
          className={style.tool}
          aria-label={words.emoji}
          title={words.emoji}
          aria-haspopup="dialog"
          onClick={(event) => setPicker(below(event.currentTarget))}
        >
          <Smile size={22} aria-hidden="true" />
        </button>
        {!editing && (
          <label className={style.tool} title={words.attach}>
            <Paperclip size={21} aria-hidden="true" />
            <input
              ref={file}
              type="file"
              multiple
              className="visually-hidden"
              aria-label={words.attach}
              onChange={({ target }) => {
                chosen.add([...(target.files ?? [])]);
                target.value = "";
                area.current?.focus();
              }}
            />
          </label>
        )}
        <textarea
          ref={area}
          rows={1}
          dir="auto"
          enterKeyHint={byFinger() ? "enter" : "send"}
          aria-label={words.writeMessage}
          placeholder={words.writeMessage}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={suggesting.items.length > 0 ? `${listId}-${suggesting.active}` : undefined}
          value={draft}
          onChange={({ target }) => onType(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (files.length === 0) return;
            event.preventDefault();
            chosen.add(files);
          }}
        />
        {left < WARN_UNDER && (
          <output className={classes(style.count, left < 0 && style.over)}>
            {left < 0 ? words.tooLong(charactersOver(draft, -left)) : words.left(charactersLeft(draft, left))}
          </output>
        )}
        <SendButton
          is={editing ? "save" : empty && turn.is === "new" && canRecord() ? "speak" : "send"}
          disabled={empty || left < 0}
          onSpeak={() => setSpeaking(true)}
        />
      </div>
      {picker && (
        <Part over>
          <EmojiPicker at={picker} onPick={insert} onClose={() => setPicker(undefined)} />
        </Part>
      )}
    </form>
  );
}

/** What a suggestion puts in the place of the word. */
function textOf(suggestion: Suggestion): string {
  switch (suggestion.is) {
    case "command":
      return "";
    case "person":
      return `@${suggestion.user.displayName} `;
    case "emoji":
      return suggestion.emoji.text;
  }
}

function fit(area: HTMLTextAreaElement) {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
}

function canRecord(): boolean {
  return typeof MediaRecorder !== "undefined" && navigator.mediaDevices !== undefined;
}

export default Composer;
