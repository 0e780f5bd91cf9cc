// SPDX-License-Identifier: Apache-2.0
import type { CDPSession, Page } from "@playwright/test";
import { expect, test as people } from "../tests/people.js";
import { Server } from "../tests/server.js";
import { Stock } from "./stock.js";

export { expect };

/** One row. `goal` is the most that the ratio, or without one the value, may be. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly goal?: number;
}

interface Given {
  figure: (figure: Figure) => void;
}

interface Shared {
  /** Measuring fills a server: it is always one of its own, and one for all. */
  filled: Server;
  /** The server's conversations, many and long. */
  stock: Stock;
}

export const test = people.extend<Given, Shared>({
  filled: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern
    async ({}, use) => {
      const server = await Server.begin({
        PALABRE_LIMITS_EXEMPT: "127.0.0.1",
        PALABRE_UPLOADS_DAILY_FILES: "1000",
      });
      await use(server);
      await server.end();
    },
    { scope: "worker", timeout: 300_000 },
  ],
  server: async ({ filled }, use) => use(filled),
  stock: [
    async ({ filled }, use) => {
      await use(await Stock.of(filled));
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern
  figure: async ({}, use, { annotations }) => {
    await use((figure) => annotations.push({ type: "figure", description: JSON.stringify(figure) }));
  },
});

/** The value below which that part of the samples lies. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);

export function devtools(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** A slower machine, for as long as `work` lasts. */
export async function slowed<T>(page: Page, factor: number, work: () => Promise<T>): Promise<T> {
  const session = await devtools(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: factor });
  try {
    return await work();
  } finally {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await session.detach();
  }
}
