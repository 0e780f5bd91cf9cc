// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { ChevronDown, ChevronUp, SlidersHorizontal, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "../button/Button.js";
import { useRoom } from "../chat-layout/room.js";
import { classes } from "../classes.js";
import { useMembers } from "../composer/useMembers.js";
import { giveBack } from "../layers/giveBack.js";
import { useLayer } from "../layers/layers.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import NarrowBy from "../search/NarrowBy.js";
import type { Narrowing, SearchedTo } from "../search/narrowing.js";
import { isNarrow } from "../search/narrowing.js";
import { useFound } from "../search/useFound.js";
import { SearchField } from "../search-field/SearchField.js";
import style from "./InsideSearch.module.css";

export interface InsideSearchProps {
  readonly conversationId: Id;
  readonly term: string;
  readonly narrowing: Narrowing;
  /** Where a search elsewhere has led: the results begin there. */
  readonly first: number | undefined;
  readonly onLook: (next: SearchedTo) => void;
  readonly onGo: (seq: number) => void;
  readonly onClose: () => void;
}

/** Looks through one conversation: the newest place first, up and down through the others, Escape back to where one was. */
export default function InsideSearch({
  conversationId,
  term,
  narrowing,
  first,
  onLook,
  onGo,
  onClose,
}: InsideSearchProps) {
  const { words } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const { is, results } = useFound(term, conversationId, narrowing);
  const [open, setOpen] = useState(isNarrow(narrowing));
  const members = useMembers(conversationId);
  const [at, setAt] = useState(0);
  useLayer(onClose, useRoom() !== "wide");

  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      // unless somebody has gone elsewhere meanwhile
      if (document.activeElement === document.body) giveBack(before);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what was found
  useEffect(() => {
    if (is !== "found") return;
    const begin = Math.max(
      0,
      results.findIndex(({ message }) => message.seq === first),
    );
    setAt(begin);
    const place = results[begin];
    if (place) onGo(place.message.seq);
  }, [is, results]);

  function step(by: number) {
    const next = (at + by + results.length) % results.length;
    const place = results[next];
    if (!place) return;
    setAt(next);
    onGo(place.message.seq);
  }

  function onKeyDown(event: KeyboardEvent) {
    const by =
      event.shiftKey && event.key === "Enter" ? -1 : { Enter: 1, ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Escape") onClose();
    // elsewhere in the bar these keys are those of what has the focus
    else if (event.target !== field.current) return;
    else if (by === undefined || event.nativeEvent.isComposing) return;
    else step(by);
    event.preventDefault();
    event.stopPropagation();
  }

  const none = results.length === 0;
  return (
    <search onKeyDownCapture={onKeyDown}>
      <div className={style.bar}>
        <SearchField
          ref={field}
          label={words.searchInside}
          value={term}
          onChange={(typed) => onLook({ term: typed, narrowing })}
        />
        <output className={style.count}>
          {is === "found" && (none ? words.noneFound : words.foundAt(at + 1, results.length))}
          {is === "failed" && words.didNotWork}
        </output>
        <IconButton
          label={words.narrow}
          aria-expanded={open}
          className={classes(isNarrow(narrowing) && style.narrow)}
          onClick={() => setOpen(!open)}
        >
          <SlidersHorizontal size={19} aria-hidden="true" />
        </IconButton>
        <IconButton label={words.olderResult} disabled={none} onClick={() => step(1)}>
          <ChevronUp size={20} aria-hidden="true" />
        </IconButton>
        <IconButton label={words.newerResult} disabled={none} onClick={() => step(-1)}>
          <ChevronDown size={20} aria-hidden="true" />
        </IconButton>
        <IconButton label={words.closeSearch} onClick={onClose}>
          <X size={20} aria-hidden="true" />
        </IconButton>
      </div>
      {open && (
        <div className={style.by}>
          <NarrowBy
            people={members}
            narrowing={narrowing}
            onChange={(next) => onLook({ term, narrowing: next })}
          />
        </div>
      )}
    </search>
  );
}
