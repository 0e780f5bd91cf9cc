// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

/** Compared with the pictures in `pictures/`; `npm run e2e -- gallery --update-snapshots` takes them anew. */
const tolerance = { maxDiffPixelRatio: 0.03, animations: "disabled" } as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`each component in each state looks as it did: ${colorScheme}`, async ({ browser, url }) => {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width: 1080, height: 900 },
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date("2026-06-03T14:20:00+02:00"));
    await page.goto(`${url}/gallery`);
    const sections = page.locator("main > section");
    await page.getByRole("heading", { name: "Skeleton" }).waitFor();
    await page.getByText("tarifs.exe", { exact: true }).waitFor();
    await page.evaluate(() => document.fonts.ready);
    for (const section of await sections.all()) {
      const name = (await section.getAttribute("aria-label")) ?? "";
      const file = `${name.toLowerCase().replaceAll(/\W+/g, "-")}-${colorScheme}.png`;
      await expect.soft(section).toHaveScreenshot(file, tolerance);
    }
    for (const name of ["Dialog", "Menu"]) {
      await page.getByRole("button", { name, exact: true }).click();
      const layer = page.getByRole("dialog");
      await expect.soft(layer).toHaveScreenshot(`${name.toLowerCase()}-${colorScheme}.png`, tolerance);
      await page.keyboard.press("Escape");
      await expect(layer).toHaveCount(0);
    }
    await context.close();
  });
}
