// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "../button/Button.js";
import { useLayer } from "../layers/layers.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { useFound } from "../search/useFound.js";
import { SearchField } from "../search-field/SearchField.js";
import { NARROW, useMedia } from "../useMedia.js";
import style from "./InsideSearch.module.css";

export interface InsideSearchProps {
  readonly conversationId: Id;
  readonly term: string;
  /** Where a search elsewhere has led: the results begin there. */
  readonly first: number | undefined;
  readonly onTerm: (term: string) => void;
  readonly onGo: (seq: number) => void;
  readonly onClose: () => void;
}

/** Looks through one conversation: the newest place first, up and down through the others, Escape back to where one was. */
export default function InsideSearch({
  conversationId,
  term,
  first,
  onTerm,
  onGo,
  onClose,
}: InsideSearchProps) {
  const { words } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const { is, results } = useFound(term, conversationId);
  const [at, setAt] = useState(0);
  useLayer(onClose, useMedia(NARROW));

  useEffect(() => field.current?.focus(), []);

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
    else if (by === undefined || event.nativeEvent.isComposing) return;
    else step(by);
    event.preventDefault();
    event.stopPropagation();
  }

  const none = results.length === 0;
  return (
    <search className={style.bar} onKeyDownCapture={onKeyDown}>
      <SearchField ref={field} label={words.searchInside} value={term} onChange={onTerm} />
      <output className={style.count}>
        {is === "found" && (none ? words.noneFound : words.foundAt(at + 1, results.length))}
        {is === "failed" && words.createFailed}
      </output>
      <IconButton label={words.olderResult} disabled={none} onClick={() => step(1)}>
        <ChevronUp size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.newerResult} disabled={none} onClick={() => step(-1)}>
        <ChevronDown size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.closeSearch} onClick={onClose}>
        <X size={20} aria-hidden="true" />
      </IconButton>
    </search>
  );
}
