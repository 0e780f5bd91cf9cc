// SPDX-License-Identifier: Apache-2.0
import { test } from "./figures.js";
import { watching } from "./paint.js";

test("what comes over the wire before the list of conversations stands, with nothing cached", async ({
  browser,
  url,
  signedIn,
  figure,
}) => {
  // their session and nothing else: the browser has never seen the app
  const storageState = await (await signedIn("manager")).context.storageState();
  const context = await browser.newContext({ baseURL: url, serviceWorkers: "block", storageState });
  const page = await context.newPage();
  await watching(page);
  await page.addInitScript(() => {
    paint.watch("ul[aria-label=Discussions] a", "", undefined);
  });
  await page.goto("/");
  const { there } = await page.evaluate(() => paint.came());
  await page.evaluate(() => document.fonts.ready);
  const bytes = await page.evaluate((stood) => {
    const entries = performance.getEntries() as PerformanceResourceTiming[];
    const sum = (kind: RegExp, until: number) =>
      entries
        .filter(({ entryType, name, startTime }) => {
          const page = entryType === "navigation" && kind.test(".html");
          return page || (entryType === "resource" && kind.test(name) && startTime < until);
        })
        .reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
    return {
      first: sum(/\.(html|js|css)$/, stood - performance.timeOrigin),
      font: sum(/\.woff2$/, Infinity),
    };
  }, there);
  figure({
    what: "first load: page, scripts and styles asked for before the list stands",
    value: bytes.first / 1000,
    unit: "kB gzip",
    goal: 150,
  });
  figure({ what: "first load: the font, beside it", value: bytes.font / 1000, unit: "kB" });
  await context.close();
});
