// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { test } from "./figures.js";

declare global {
  var worst: number;
}

const PAGES = 20;
/** More than all of it is high. */
const MOST_TURNS = 4_000;

/**
 * Turns the wheel until so many older pages have come in. Answers by how much, in the worst frame, the message under the
 * eye moved besides what the wheel moves, which is whole steps.
 */
async function climbed(page: Page, step: number): Promise<number> {
  let pages = 0;
  page.on("response", (response) => {
    if (/\/messages\?.*before=/.test(response.url())) pages++;
  });
  await page.getByRole("log").hover();
  await page.evaluate((by) => {
    const scroller = document.querySelector("[role=log]");
    if (!scroller) throw new Error("There are no messages.");
    const middle = () => {
      const { top, height } = scroller.getBoundingClientRect();
      const bubbles = [...scroller.querySelectorAll("[data-message]")];
      return bubbles.find((one) => one.getBoundingClientRect().bottom > top + height / 2);
    };
    const topOf = (one: Element | undefined) => one?.getBoundingClientRect().top ?? 0;
    let eye = middle();
    let [before, room] = [topOf(eye), scroller.scrollTop];
    const look = () => {
      // where the beginning is near, a step may be cut short
      if (eye?.isConnected && room > 3 * by) {
        const moved = topOf(eye) - before;
        globalThis.worst = Math.max(globalThis.worst, Math.abs(moved - Math.round(moved / by) * by));
      }
      eye = middle();
      [before, room] = [topOf(eye), scroller.scrollTop];
      requestAnimationFrame(look);
    };
    globalThis.worst = 0;
    requestAnimationFrame(look);
  }, step);
  for (let turns = 0; pages < PAGES; turns++) {
    if (turns > MOST_TURNS) throw new Error(`Only ${pages} older pages came.`);
    await page.mouse.wheel(0, -step);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(500);
  return page.evaluate(() => globalThis.worst);
}

for (const [how, step] of [
  ["slowly", 120],
  ["fast", 700],
] as const) {
  test(`older pages with pictures, scrolling ${how}`, async ({ signedIn, stock, figure }) => {
    const { page } = await signedIn("admin");
    await page.goto(`/c/${stock.ids.pictures}`);
    await page.locator("[role=log] [data-message]").first().waitFor();
    await page.waitForTimeout(1_000);
    figure({
      what: `the message under the eye beside the wheel, ${PAGES} older pages with pictures, ${how}, worst frame`,
      value: await climbed(page, step),
      unit: "px",
      goal: 2,
    });
  });
}
