// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { expect, type Figure, slowed, test } from "./figures.js";
import { longest, type Tasks, tasksDuring } from "./tasks.js";

const messages = "[role=log]";
const lines = "ul[aria-label=Discussions]";

/** Goes up or down by so much a frame, for so many frames. */
function scrolled(page: Page, where: string, step: number, frames: number): Promise<void> {
  return page.evaluate(
    async ([selector, by, count]) => {
      const found = document.querySelector(selector);
      const scroller = found?.tagName === "UL" ? found.parentElement : found;
      if (!scroller) throw new Error(selector);
      for (let i = 0; i < count; i++) {
        scroller.scrollTop += by;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    [where, step, frames] as const,
  );
}

/** A task is long by the time that the processor gave it: what else runs on the machine does not count. */
function rows(what: string, tasks: Tasks, goal?: number): Figure[] {
  const { own, clock, long, longByClock } = longest(tasks);
  return [
    { what: `${what}: tasks over 50 ms`, value: long, unit: "tasks", ...(goal !== undefined && { goal }) },
    { what: `${what}: tasks over 50 ms by the clock on the wall`, value: longByClock, unit: "tasks" },
    { what: `${what}: the longest (by the clock ${clock.toFixed(0)} ms)`, value: own, unit: "ms" },
  ];
}

/** All of it held, by going up to its beginning. */
async function toTheBeginning(page: Page, atLeast: number): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    await scrolled(page, messages, -1_500, 100);
    const height = await page.locator(messages).evaluate((one) => one.scrollHeight);
    if (height > atLeast * 30 && (await page.locator("[role=log] [data-index='0']").count()) > 0) return;
  }
  throw new Error("The beginning was not reached.");
}

test("10,000 messages", async ({ signedIn, stock, figure }) => {
  const id = await stock.long();
  const { page } = await signedIn("admin");
  await page.goto(`/c/${id}`);
  await page.locator("[role=log] [data-message]").first().waitFor();
  await page.waitForTimeout(1_000);
  const climbing = await tasksDuring(page, () => toTheBeginning(page, 10_000));
  rows("up through 10,000 messages, page after page", climbing, 0).forEach(figure);
  const held = await tasksDuring(page, () => scrolled(page, messages, 900, 400));
  rows("scrolling 10,000 messages", held, 0).forEach(figure);
  const slow = await tasksDuring(page, () => slowed(page, 4, () => scrolled(page, messages, -900, 200)));
  rows("scrolling 10,000 messages, processor slowed 4×", slow).forEach(figure);
});

test("2,000 conversations", async ({ signedIn, stock, figure }) => {
  expect((await stock.talks()).length).toBeGreaterThanOrEqual(2_000);
  const { page } = await signedIn("admin");
  await page.locator(lines).waitFor();
  const end = () => page.locator(lines).evaluate((one) => one.scrollHeight);
  await expect
    .poll(
      async () => {
        await scrolled(page, lines, 4_000, 10);
        return end();
      },
      { timeout: 120_000 },
    )
    .toBeGreaterThan(2_000 * 70);
  await scrolled(page, lines, -1_000_000, 2);
  const held = await tasksDuring(page, () => scrolled(page, lines, 350, 400));
  rows("scrolling 2,000 conversations", held, 0).forEach(figure);
  const slow = await tasksDuring(page, () => slowed(page, 4, () => scrolled(page, lines, -350, 200)));
  rows("scrolling 2,000 conversations, processor slowed 4×", slow).forEach(figure);
});
