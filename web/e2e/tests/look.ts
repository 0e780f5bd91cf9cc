// SPDX-License-Identifier: Apache-2.0
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./people.js";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * A picture of the page as it stands, in `test-results/screens`, and no rule of WCAG 2.2 AA broken by it. With `PICTURES`
 * the picture goes to that folder, and nothing else is looked at.
 */
export async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const pictures = process.env.PICTURES;
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${name}.png` });
    return;
  }
  await page.screenshot({ path: `../test-results/screens/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const broken = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => node.target.join(" ")),
  }));
  expect(broken, name).toEqual([]);
}
