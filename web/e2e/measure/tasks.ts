// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";

/** What a page's main thread did: milliseconds of each task, by the clock and of the processor's time. */
export interface Tasks {
  readonly clock: readonly number[];
  readonly own: readonly number[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of the page's own thread while `work` lasts. */
export async function tasksDuring(page: Page, work: () => Promise<unknown>): Promise<Tasks> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser.");
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && mains.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error("The trace has no tasks.");
  const of = (duration: "dur" | "tdur") => tasks.map((task) => (task[duration] ?? 0) / 1_000);
  return { clock: of("dur"), own: of("tdur") };
}

export function longest({ clock, own }: Tasks) {
  const over = (some: readonly number[]) => some.filter((one) => one > 50).length;
  return { clock: Math.max(...clock), own: Math.max(...own), long: over(own), longByClock: over(clock) };
}
