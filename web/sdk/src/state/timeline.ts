// SPDX-License-Identifier: Apache-2.0
import type { Id, Message, MessagePage } from "../shapes.js";
import { withKey, withLast, withoutKey } from "./copies.js";
import { settled } from "./pending.js";
import { unreadOf } from "./select.js";
import type { State, Timeline } from "./state.js";

/** Where a page belongs: at the end, before or after what is held, or around a message somewhere. */
export type Place = "end" | "older" | "newer" | "around";

const empty: Timeline = {
  messages: [],
  hasMoreBefore: true,
  hasMoreAfter: false,
  phase: "loading",
  loadingOlder: false,
  loadingNewer: false,
  tail: [],
};

/** Timelines that are not on the screen: so many, and each so long at most. */
const MOST_CLOSED = 20;
const LONGEST_CLOSED = 200;
const SHORTENED = 100;

export function timelineLoading(state: State, id: Id, place: Place): State {
  const held = state.timelines.get(id) ?? empty;
  if (place === "older") return withTimeline(state, id, { ...held, loadingOlder: true });
  const phase = place === "newer" ? held.phase : "loading";
  // the end is not held until a page says so: what comes in meanwhile waits behind it
  const hasMoreAfter = held.hasMoreAfter || (place === "around" && held.messages.length === 0);
  return withTimeline(state, id, { ...held, phase, hasMoreAfter, loadingNewer: true, tail: [] });
}

export function timelineFailed(state: State, id: Id, place: Place): State {
  const held = state.timelines.get(id);
  if (!held) return state;
  if (place === "older") return withTimeline(state, id, { ...held, loadingOlder: false });
  const phase = held.messages.length > 0 ? "ready" : "failed";
  return withTimeline(state, id, { ...held, phase, loadingNewer: false, tail: [] });
}

export function pageLoaded(state: State, id: Id, loaded: MessagePage, place: Place): State {
  const held = state.timelines.get(id) ?? empty;
  const page = { ...loaded, messages: loaded.messages.filter((message) => !state.hidden.has(message.id)) };
  const next = fits(held, page, place) ? extended(held, page) : elsewhere(held, page);
  const done: Timeline = {
    ...next,
    messages: next.hasMoreAfter ? next.messages : held.tail.reduce(inserted, next.messages),
    phase: "ready",
    loadingOlder: place === "older" ? false : held.loadingOlder,
    loadingNewer: place === "older" ? held.loadingNewer : false,
    tail: place === "older" ? held.tail : [],
  };
  return withTimeline(page.messages.reduce(settled, state), id, done);
}

/** Whether a page and what is held make one stretch without a hole. */
function fits(held: Timeline, page: MessagePage, place: Place): boolean {
  if (place === "older" || place === "newer") return true;
  if (place === "end" && !held.hasMoreAfter) return true;
  const [first, last] = ends(held.messages);
  const [from, to] = ends(page.messages);
  return from <= last && to >= first;
}

function extended(held: Timeline, page: MessagePage): Timeline {
  const [first] = ends(held.messages);
  const [from] = ends(page.messages);
  return {
    ...held,
    messages: merged(held.messages, page.messages),
    hasMoreBefore: from <= first ? page.hasMoreBefore : held.hasMoreBefore,
    hasMoreAfter: held.hasMoreAfter && page.hasMoreAfter,
  };
}

function elsewhere(held: Timeline, page: MessagePage): Timeline {
  const { messages, hasMoreBefore, hasMoreAfter } = page;
  return { ...held, messages, hasMoreBefore, hasMoreAfter };
}

function ends(messages: readonly Message[]): [first: number, last: number] {
  return [messages[0]?.seq ?? Number.POSITIVE_INFINITY, messages.at(-1)?.seq ?? 0];
}

/** The next message, if its timeline is held; nothing is kept for conversations never opened. */
export function heard(state: State, message: Message): State {
  const id = message.conversationId;
  const held = state.timelines.get(id);
  if (!held) return state;
  if (held.hasMoreAfter)
    return held.loadingNewer
      ? withTimeline(state, id, { ...held, tail: inserted(held.tail, message) })
      : state;
  return withTimeline(
    state,
    id,
    shortened({ ...held, messages: inserted(held.messages, message) }, state, id),
  );
}

function shortened(timeline: Timeline, state: State, id: Id): Timeline {
  if (timeline.messages.length <= LONGEST_CLOSED || state.open.has(id)) return timeline;
  return { ...timeline, messages: timeline.messages.slice(-SHORTENED), hasMoreBefore: true };
}

/** What is held of it is let go when it does not reach back to where one has stopped reading, and more can be had. */
export function opened(state: State, id: Id, reachable: boolean): State {
  if (state.open.has(id)) return state;
  const next = { ...state, open: new Set(state.open).add(id) };
  return !reachable || reachesBack(state, id)
    ? next
    : { ...next, timelines: withoutKey(state.timelines, id) };
}

function reachesBack({ conversations, timelines }: State, id: Id): boolean {
  const [entry, held] = [conversations.get(id), timelines.get(id)];
  if (!entry || !held?.hasMoreBefore || unreadOf(entry) === 0) return true;
  const first = held.messages.find(({ ord }) => ord !== undefined)?.ord ?? Number.POSITIVE_INFINITY;
  return first <= entry.me.readOrd + 1;
}

/** Off the screen: a few of the latest stay as they are at the end, so that coming back to them needs nothing. */
export function closed(state: State, id: Id): State {
  const open = new Set(state.open);
  open.delete(id);
  const held = state.timelines.get(id);
  const others = withoutKey(state.timelines, id);
  const pins = withoutKey(state.pins, id);
  const next = { ...state, open, pins };
  if (!held || held.hasMoreAfter || held.phase !== "ready") return { ...next, timelines: others };
  const kept = withKey(others, id, shortened(held, next, id));
  const closedOnes = [...kept.keys()].filter((one) => !open.has(one));
  const dropped = new Set(closedOnes.slice(0, Math.max(0, closedOnes.length - MOST_CLOSED)));
  return { ...next, timelines: new Map([...kept].filter(([one]) => !dropped.has(one))) };
}

/** Each once and in order; what stands in both is as the page has it. */
function merged(held: readonly Message[], page: readonly Message[]): readonly Message[] {
  if (page.length === 0) return held;
  const [from, to] = ends(page);
  const [begin, end] = [placeOf(held, from), placeOf(held, to + 1)];
  return [...held.slice(0, begin), ...page.reduce(inserted, held.slice(begin, end)), ...held.slice(end)];
}

/** In its place by number, once. */
function inserted(messages: readonly Message[], message: Message): readonly Message[] {
  const last = messages.at(-1)?.seq ?? 0;
  if (last < message.seq) return withLast(messages, message);
  const at = placeOf(messages, message.seq);
  const known = messages[at]?.seq === message.seq;
  return [...messages.slice(0, at), message, ...messages.slice(known ? at + 1 : at)];
}

/** Where the message of that number is, or would stand. */
export function placeOf(messages: readonly Message[], seq: number): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withTimeline(state: State, id: Id, timeline: Timeline): State {
  return { ...state, timelines: withKey(state.timelines, id, timeline) };
}
