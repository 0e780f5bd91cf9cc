// SPDX-License-Identifier: Apache-2.0
import type { Id, User } from "@palabre/sdk";
import type { ComponentType } from "react";
import type { Emoji, EmojiGroup } from "../emoji/emoji.js";
import { emojiByCode, findEmoji } from "../emoji/emoji.js";
import { folded } from "../text.js";

/** A word being typed that something can be offered for: `@aw`, `:smi`, `/fi` at the very beginning. */
export interface Trigger {
  readonly mark: "@" | ":" | "/";
  readonly term: string;
  readonly from: number;
}

/** Something to do instead of something to say. */
export interface Command {
  readonly name: string;
  readonly about: string;
  readonly Icon: ComponentType<{ size?: number }>;
  readonly run: () => void;
}

export type Suggestion =
  | { readonly is: "command"; readonly command: Command }
  | { readonly is: "person"; readonly user: User }
  | { readonly is: "emoji"; readonly emoji: Emoji };

const MOST = 6;

/** The word before the caret, if it began with a mark; emoji are offered from two letters on. */
export function triggerAt(text: string, caret: number): Trigger | undefined {
  const [, command] = /^\/(\p{L}{0,24})$/u.exec(text.slice(0, caret)) ?? [];
  if (command !== undefined) return { mark: "/", term: command, from: 0 };
  const found = /(?:^|[\s(])([@:])([\p{L}\p{N}_+-]{0,24})$/u.exec(text.slice(Math.max(0, caret - 32), caret));
  const [, mark, term = ""] = found ?? [];
  if (mark !== "@" && mark !== ":") return undefined;
  if (mark === ":" && term.length < 2) return undefined;
  return { mark, term, from: caret - term.length - 1 };
}

/** Commands whose name begins so. */
export function suggestCommands(commands: readonly Command[], term: string): readonly Suggestion[] {
  const start = folded(term);
  return commands
    .filter(({ name }) => folded(name).startsWith(start))
    .map((command) => ({ is: "command", command }));
}

/** People whose name, or a word of it, begins so. */
export function suggestPeople(people: readonly User[], term: string): readonly Suggestion[] {
  const start = folded(term);
  return people
    .filter(({ displayName, username }) =>
      [displayName, ...displayName.split(/\s+/), username].some((name) => folded(name).startsWith(start)),
    )
    .slice(0, MOST)
    .map((user) => ({ is: "person", user }));
}

export function suggestEmoji(groups: readonly EmojiGroup[], term: string): readonly Suggestion[] {
  return findEmoji(groups, term, MOST).map((emoji) => ({ is: "emoji", emoji }));
}

/** `:smile:` typed to its end. */
export function codeAt(text: string, caret: number, groups: readonly EmojiGroup[]) {
  const [whole, code = ""] = /:([\w+-]{2,40}):$/.exec(text.slice(0, caret)) ?? [];
  const emoji = whole && emojiByCode(groups, code);
  return whole && emoji ? { from: caret - whole.length, emoji: emoji.text } : undefined;
}

/** Of the people of a conversation, those whom a text names with @. */
export function mentionsIn(text: string, people: readonly User[]): readonly Id[] {
  return people.filter(({ displayName }) => text.includes(`@${displayName}`)).map(({ id }) => id);
}
