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
 * In the page, from now on: by how much the message under the eye moved from one painted frame to the next besides what
 * the wheel moved, at worst. The wheel moved whatever the list scrolled and the page itself did not write.
 */
function watched(): void {
  const scroller = document.querySelector("[role=log]");
  if (!scroller) throw new Error("There are no messages.");
  const scrollTo = scroller.scrollTo.bind(scroller);
  let written = 0;
  scroller.scrollTo = (...to: unknown[]) => {
    const from = scroller.scrollTop;
    scrollTo(...(to as [ScrollToOptions]));
    written += scroller.scrollTop - from;
  };
  const middle = () => {
    const { top, height } = scroller.getBoundingClientRect();
    const bubbles = [...scroller.querySelectorAll("[data-message]")];
    return bubbles.find((one) => one.getBoundingClientRect().bottom > top + height / 2);
  };
  const topOf = (one: Element | undefined) => one?.getBoundingClientRect().top ?? 0;
  let [eye, before, scrolled] = [middle(), topOf(middle()), scroller.scrollTop];
  const look = () => {
    const wheel = scroller.scrollTop - scrolled - written;
    const moved = topOf(eye) - before + wheel;
    // whoever is shown something else altogether has lost their place
    const lost = eye?.isConnected ? moved : scroller.clientHeight;
    globalThis.worst = Math.max(globalThis.worst, Math.abs(lost));
    eye = middle();
    [before, scrolled, written] = [topOf(eye), scroller.scrollTop, 0];
  };
  globalThis.worst = 0;
  // sizes are told last before a frame is painted, and to us after those who asked earlier
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.cssText = "position: fixed; height: 1px; width: 1px; pointer-events: none";
  new ResizeObserver(look).observe(probe);
  const tick = () => {
    probe.style.width = probe.style.width === "1px" ? "2px" : "1px";
    requestAnimationFrame(tick);
  };
  tick();
}

/** Turns the wheel until so many older pages have come in. */
async function climbed(page: Page, step: number): Promise<number> {
  let pages = 0;
  page.on("response", (response) => {
    if (/\/messages\?.*before=/.test(response.url())) pages++;
  });
  await page.getByRole("log").hover();
  await page.evaluate(watched);
  for (let turns = 0; pages < PAGES; turns++) {
    if (turns > MOST_TURNS) throw new Error(`Only ${pages} older pages came.`);
    await page.mouse.wheel(0, -step);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(500);
  return page.evaluate(() => globalThis.worst);
}

for (const [how, step, late] of [
  ["slowly", 120, 0],
  ["fast", 700, 0],
  ["fast, each page 300 ms late", 700, 300],
] as const) {
  test(`older pages with pictures, scrolling ${how}`, async ({ signedIn, stock, figure }) => {
    const id = await stock.pictures();
    const { page } = await signedIn("admin");
    await page.goto(`/c/${id}`);
    await page.locator("[role=log] [data-message]").first().waitFor();
    await page.waitForTimeout(1_000);
    if (late > 0)
      await page.route(/\/messages\?.*before=/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, late));
        await route.continue();
      });
    figure({
      what: `the message under the eye beside the wheel, ${PAGES} older pages with pictures, ${how}, worst frame`,
      value: await climbed(page, step),
      unit: "px",
      goal: 2,
    });
  });
}
