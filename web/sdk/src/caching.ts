// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, User } from "./shapes.js";
import { conversationList, selfOf } from "./state/select.js";
import type { Entry, State, Timeline } from "./state/state.js";
import type { Readable } from "./store.js";

const MOST_CONVERSATIONS = 200;
const MOST_MESSAGES = 50;
const MOST_PEOPLE = 1_000;
const TOGETHER = 1_000;

/** A conversation as it is kept for reading without a network. */
export interface CachedConversation {
  readonly entry: Entry;
  readonly messages: readonly Message[];
  readonly hasMoreBefore: boolean;
}

/** How far all that was heard when it was kept; everything since is asked for from here. */
export interface CacheHead {
  readonly epoch: string;
  readonly ownSeq: number;
  readonly serverTotal: number;
  readonly people: readonly User[];
}

export interface Cached {
  readonly head: CacheHead;
  readonly conversations: readonly CachedConversation[];
}

export interface CacheStorage {
  load(person: Id): Promise<Cached | undefined>;
  /** In one transaction, so that the head is never ahead of a conversation; `all`: what is not named goes. */
  save(
    person: Id,
    head: CacheHead,
    kept: readonly CachedConversation[],
    gone: readonly Id[] | "all",
  ): Promise<void>;
  wipe(person: Id): Promise<void>;
  /** Who was here last, to open without a network. */
  last(): User | undefined;
  remember(user: User | undefined): void;
}

type Held = { readonly entry: Entry; readonly timeline: Timeline | undefined };

/** Keeps the latest conversations, their last messages and people; the first tab alone does it. */
export function createCaching(store: Readable<State>, storage: CacheStorage) {
  let kept: ReadonlyMap<Id, Held> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let seen: State | undefined;

  function soon() {
    const state = store.get();
    if (!state.leading) kept = undefined;
    if (!worthKeeping(state, seen)) return;
    seen = state;
    saving ??= setTimeout(() => void save(), TOGETHER);
  }

  async function save(): Promise<void> {
    clearTimeout(saving);
    saving = undefined;
    const state = store.get();
    const person = selfOf(state)?.id;
    const { epoch, ownSeq, serverTotal } = state;
    if (!state.leading || person === undefined || epoch === undefined || ownSeq === undefined) return;
    const now = latest(state);
    const changed = [...now].filter(([id, held]) => !same(kept?.get(id), held));
    const gone = kept ? [...kept.keys()].filter((id) => !now.has(id)) : "all";
    kept = now;
    const people = [...state.people.values()].slice(-MOST_PEOPLE);
    const conversations = changed.map(([, held]) => cached(held, state));
    await storage
      .save(person, { epoch, ownSeq, serverTotal, people }, conversations, gone)
      .catch(() => (kept = undefined));
  }

  const unsubscribe = store.subscribe(soon);
  const hidden = () => document.visibilityState === "hidden" && saving !== undefined && void save();
  if (typeof document !== "undefined") document.addEventListener("visibilitychange", hidden);

  return {
    async wipe(person: Id): Promise<void> {
      clearTimeout(saving);
      saving = kept = undefined;
      storage.remember(undefined);
      await storage.wipe(person).catch(() => undefined);
    },
    stop() {
      unsubscribe();
      clearTimeout(saving);
      saving = undefined;
      if (typeof document !== "undefined") document.removeEventListener("visibilitychange", hidden);
    },
  };
}

function worthKeeping(state: State, seen: State | undefined): boolean {
  if (!state.leading || state.session.is !== "signedIn" || state.ownSeq === undefined) return false;
  return (
    state.conversations !== seen?.conversations ||
    state.timelines !== seen.timelines ||
    state.ownSeq !== seen.ownSeq ||
    state.leading !== seen.leading
  );
}

function latest(state: State): ReadonlyMap<Id, Held> {
  const entries = conversationList(state).slice(0, MOST_CONVERSATIONS);
  return new Map(
    entries.map((entry) => {
      const { id } = entry.conversation;
      return [id, { entry, timeline: state.timelines.get(id) }];
    }),
  );
}

function same(before: Held | undefined, now: Held): boolean {
  return before?.entry === now.entry && before.timeline?.messages === now.timeline?.messages;
}

/** As the server told it: what is only wished is not kept. */
function cached({ entry, timeline }: Held, state: State): CachedConversation {
  const usable = timeline?.phase === "ready" && !timeline.hasMoreAfter ? timeline : undefined;
  const last = usable?.messages.slice(-MOST_MESSAGES) ?? [];
  const messages = last.map((message) => state.wished.get(message.id)?.base ?? message);
  const shortened = last.length < (usable?.messages.length ?? 0);
  return { entry, messages, hasMoreBefore: shortened || (usable?.hasMoreBefore ?? true) };
}

/** For programs: nothing is kept. */
export function noCache(): CacheStorage {
  return {
    load: async () => undefined,
    save: async () => {},
    wipe: async () => {},
    last: () => undefined,
    remember() {},
  };
}
