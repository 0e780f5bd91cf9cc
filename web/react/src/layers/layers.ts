// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef } from "react";

/** Something that lies over the page: a dialog, a menu, a sheet. */
interface Layer {
  readonly close: () => void;
}

interface Depth {
  readonly layers?: number;
}

/** The layers on the screen, the topmost last. Each has an entry in the history, so that Back closes the topmost. */
const shown: Layer[] = [];
let leaving = false;
const waiting: (() => void)[] = [];

/** How many layers the current entry of the history stands for. */
function depth(): number {
  return (history.state as Depth | null)?.layers ?? 0;
}

/** Makes the history as deep as there are layers; an entry that a page of its own has replaced is not missed. */
function settle(): void {
  const more = shown.length - depth();
  if (leaving || more === 0) return;
  if (more < 0) {
    leaving = true;
    history.go(more);
    return;
  }
  for (let layers = depth() + 1; layers <= shown.length; layers++)
    history.pushState({ ...history.state, layers }, "");
}

/** Runs `action` when the history stands still: what is written while it goes back would be lost with the entry left. */
export function whenSettled(action: () => void): void {
  if (leaving) waiting.push(action);
  else action();
}

function popped(): void {
  leaving = false;
  for (const layer of shown.splice(depth()).reverse()) layer.close();
  // forward, or back, to where a layer was that is none any more
  if (depth() > shown.length) settle();
  for (const action of waiting.splice(0)) whenSettled(action);
}

function enter(layer: Layer): void {
  if (shown.length === 0) window.addEventListener("popstate", popped);
  shown.push(layer);
  queueMicrotask(settle);
}

function leave(layer: Layer): void {
  const at = shown.indexOf(layer);
  if (at >= 0) shown.splice(at, 1);
  queueMicrotask(settle);
}

/** While `open`, what the calling component shows is a layer: the system's Back closes it instead of leaving the page. */
export function useLayer(close: () => void, open = true): void {
  const latest = useRef(close);
  latest.current = close;
  // before it is painted: from then on Back may come
  useLayoutEffect(() => {
    if (!open) return;
    const layer: Layer = { close: () => latest.current() };
    enter(layer);
    return () => leave(layer);
  }, [open]);
}

/** At the start of a page there are no layers, even if there were when it was left. */
export function forgetLayers(): void {
  settle();
}
