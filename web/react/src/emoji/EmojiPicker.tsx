// SPDX-License-Identifier: Apache-2.0
import { Apple, Car, Clock3, Flag, Hand, Heart, Lightbulb, PawPrint, Smile, Trophy } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { Popover, type Spot } from "../popover/Popover.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import { SearchField } from "../search-field/SearchField.js";
import { EmojiGrid } from "./EmojiGrid.js";
import style from "./EmojiPicker.module.css";
import type { Emoji, EmojiGroup, GroupName } from "./emoji.js";
import { findEmoji, groupNames, inTone, loadEmoji } from "./emoji.js";
import { chooseSkinTone, recentEmoji, rememberEmoji, skinTone } from "./remembered.js";

const icons: Record<GroupName, typeof Smile> = {
  smileys: Smile,
  people: Hand,
  animals: PawPrint,
  food: Apple,
  travel: Car,
  activities: Trophy,
  objects: Lightbulb,
  symbols: Heart,
  flags: Flag,
};
const tones = ["✋", "✋🏻", "✋🏼", "✋🏽", "✋🏾", "✋🏿"];

export interface EmojiPickerProps {
  readonly at: Spot;
  readonly onPick: (emoji: string) => void;
  readonly onClose: () => void;
}

/** All emoji: those used last, by kind, by word, in a skin tone that is remembered. */
export default function EmojiPicker({ at, onPick, onClose }: EmojiPickerProps) {
  const { words, locale } = useLanguage();
  const [groups, setGroups] = useState<readonly EmojiGroup[]>([]);
  const [failed, setFailed] = useState(false);
  const [search, setSearch] = useState("");
  const [tone, setTone] = useState(skinTone);
  const [recent] = useState(recentEmoji);
  const scroller = useRef<HTMLElement>(null);
  const found = useMemo(() => (search.trim() ? findEmoji(groups, search) : undefined), [groups, search]);

  useEffect(() => {
    let current = true;
    loadEmoji(locale).then(
      (all) => current && setGroups(all),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [locale]);

  function pick(emoji: Emoji) {
    const text = inTone(emoji, tone);
    rememberEmoji(text);
    onPick(text);
  }

  function goTo(name: string) {
    scroller.current?.querySelector(`[data-group=${name}]`)?.scrollIntoView({ block: "start" });
  }

  return (
    <Popover
      label={words.emoji}
      at={at}
      onClose={onClose}
      className={style.picker}
      first="input"
      onKeyDown={moveFocus}
    >
      <div className={style.search}>
        <SearchField label={words.searchEmoji} value={search} onChange={setSearch} />
      </div>
      <div className={style.tabs}>
        <button
          type="button"
          title={words.emojiRecent}
          aria-label={words.emojiRecent}
          onClick={() => goTo("recent")}
        >
          <Clock3 size={18} aria-hidden="true" />
        </button>
        {groupNames.map((name) => {
          const Icon = icons[name];
          const label = words.emojiGroups[name];
          return (
            <button key={name} type="button" title={label} aria-label={label} onClick={() => goTo(name)}>
              <Icon size={18} aria-hidden="true" />
            </button>
          );
        })}
      </div>
      <section
        ref={scroller}
        className={style.scroller}
        aria-label={words.emoji}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable with the keyboard
        tabIndex={0}
      >
        {found ? (
          <EmojiGrid title={words.search} name="found" emoji={found} tone={tone} onPick={pick} />
        ) : (
          <>
            <EmojiGrid
              title={words.emojiRecent}
              name="recent"
              emoji={recent.map(asEmoji)}
              tone={0}
              onPick={pick}
            />
            {groups.map(({ name, emoji }) => (
              <EmojiGrid
                key={name}
                title={words.emojiGroups[name]}
                name={name}
                emoji={emoji}
                tone={tone}
                onPick={pick}
              />
            ))}
          </>
        )}
        {failed && (
          <p role="alert" className={style.none}>
            {words.emojiFailed}
          </p>
        )}
        {found?.length === 0 && !failed && <p className={style.none}>{words.noResults(search)}</p>}
      </section>
      <fieldset className={style.tones}>
        <legend className="visually-hidden">{words.skinTone}</legend>
        {tones.map((hand, index) => (
          <button
            key={hand}
            type="button"
            aria-pressed={index === tone}
            aria-label={words.skinTones[index]}
            title={words.skinTones[index]}
            onClick={() => {
              chooseSkinTone(index);
              setTone(index);
            }}
          >
            {hand}
          </button>
        ))}
      </fieldset>
    </Popover>
  );
}

function asEmoji(text: string): Emoji {
  return { text, name: text, terms: "", codes: [] };
}

/** The arrows go from one emoji to the next, and from the search down into them. */
function moveFocus(event: KeyboardEvent<HTMLDialogElement>) {
  const emoji = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-emoji]")];
  const at = emoji.indexOf(document.activeElement as HTMLElement);
  const columns = Math.max(
    1,
    emoji.findIndex((one) => one.offsetTop !== emoji[0]?.offsetTop),
  );
  if (at < 0 && event.key !== "ArrowDown") return;
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: at < 0 ? 1 : columns,
    ArrowUp: -columns,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  if (at + step < 0) event.currentTarget.querySelector("input")?.focus();
  else emoji[Math.min(at + step, emoji.length - 1)]?.focus();
}
