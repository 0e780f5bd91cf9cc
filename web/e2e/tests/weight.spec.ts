// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { expect, Person, test } from "./people.js";

const GOAL = 150_000;

test("the list of conversations is there after 150 kB of program, with nothing cached", async ({
  browser,
  url,
  signedIn,
}, { annotations }) => {
  const before = await signedIn("sophie");
  // their session and nothing else: the browser has never seen the app
  const { cookies, origins } = await before.context.storageState();
  const { page, context } = await Person.at(browser, url, { storageState: { cookies, origins } });
  await markList(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().waitFor();
  await page.waitForLoadState("networkidle");
  const { program, rest } = await page.evaluate(weighed);
  annotations.push({ type: "weight", description: `${program} bytes of program, ${rest} of others` });
  console.log(`first list: ${program} bytes of program, ${rest} bytes of fonts, pictures and answers`);
  await context.close();
  expect(program).toBeGreaterThan(50_000);
  expect(program).toBeLessThanOrEqual(GOAL);
});

/** The page remembers when the first line of the list was there, however late the test gets to hear of it. */
async function markList(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector("ul[aria-label=Discussions] a")) return;
      performance.mark("listed");
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
}

/** What was asked for before that, as compressed as it came; scripts, styles and the page are the program. */
function weighed(): { program: number; rest: number } {
  const listed = performance.getEntriesByName("listed")[0]?.startTime ?? 0;
  const total = { program: 0, rest: 0 };
  for (const one of [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ] as PerformanceResourceTiming[]) {
    if (one.startTime > listed) continue;
    const program = one.entryType === "navigation" || /\.(js|css)$/.test(new URL(one.name).pathname);
    total[program ? "program" : "rest"] += one.encodedBodySize;
  }
  return total;
}
