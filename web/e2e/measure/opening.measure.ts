// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { devtools, median, quantile, slowed, test } from "./figures.js";
import { watching } from "./paint.js";

const SWITCHES = 200;
const log = "[role=log] [data-message]";

const lines = (page: Page) => page.getByRole("list", { name: "Discussions" }).getByRole("link");

/** From the click on its line to the painted messages. */
async function opened(page: Page, index: number): Promise<number> {
  const line = lines(page).nth(index);
  const name = (await line.getAttribute("href")) ?? "";
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("[role=log] [data-message]"))
      one.setAttribute("data-old", "");
  });
  await page.evaluate((where) => paint.watch(where, "", "click"), `${log}:not([data-old])`);
  await line.click();
  const { from, painted } = await page.evaluate(() => paint.came());
  if (!page.url().endsWith(name)) throw new Error(`${page.url()} is not ${name}.`);
  return painted - from;
}

test("opening a conversation that is held", async ({ signedIn, stock, figure }) => {
  const id = await stock.long();
  await stock.talks();
  const { page } = await signedIn("admin");
  await watching(page);
  await page.goto(`/c/${id}`);
  await lines(page).nth(9).waitFor();
  const around = async (times: number) => {
    const took: number[] = [];
    for (let i = 0; i < times; i++) took.push(await opened(page, (i * 3 + 1) % 8));
    return took;
  };
  await around(16);
  const took = await around(40);
  figure({ what: "opening a held conversation, median of 40", value: median(took), unit: "ms", goal: 100 });
  figure({ what: "opening a held conversation, 95th", value: quantile(took, 0.95), unit: "ms" });
  const slow = await slowed(page, 4, () => around(16));
  figure({
    what: "opening a held conversation, median, processor slowed 4×",
    value: median(slow),
    unit: "ms",
  });
});

test("memory over switches of conversation", async ({ signedIn, stock, figure }) => {
  const id = await stock.long();
  await stock.talks();
  const { page } = await signedIn("admin");
  await watching(page);
  await page.goto(`/c/${id}`);
  await lines(page).nth(9).waitFor();
  const session = await devtools(page);
  await session.send("Performance.enable");
  const held = async () => {
    await page.waitForTimeout(1_500);
    for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { heap: of("JSHeapUsedSize") / 2 ** 20, nodes: of("Nodes"), listeners: of("JSEventListeners") };
  };
  const around = async (times: number) => {
    for (let i = 0; i < times; i++) await opened(page, (i * 3 + 1) % 8);
  };
  // what runs for the first time is compiled, and that stays: as many again are counted
  await around(SWITCHES);
  const before = await held();
  await around(SWITCHES);
  const after = await held();
  figure({ what: `heap after ${SWITCHES} switches of conversation`, value: before.heap, unit: "MiB" });
  figure({
    what: `heap grown by ${SWITCHES} more switches`,
    value: after.heap - before.heap,
    unit: "MiB",
    goal: 0.5,
  });
  figure({
    what: `DOM nodes grown by ${SWITCHES} switches`,
    value: after.nodes - before.nodes,
    unit: "nodes",
    goal: 200,
  });
  figure({
    what: `listeners grown by ${SWITCHES} switches`,
    value: after.listeners - before.listeners,
    unit: "listeners",
    goal: 20,
  });
});
