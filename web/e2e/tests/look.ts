// SPDX-License-Identifier: Apache-2.0
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./people.js";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * A picture of the page as it stands, in `test-results/screens`, and no rule of WCAG 2.2 AA broken by it. With `PICTURES`
 * the picture goes to that folder, and nothing else is looked at. Of what lies over a page that was looked at before,
 * only that `part` is held to the rules.
 */
export async function looksRight(page: Page, name: string, part?: string): Promise<void> {
  await page.evaluate(stands);
  const pictures = process.env.PICTURES;
  if (pictures) {
    await page.screenshot({ path: `${pictures}/${name}.png` });
    return;
  }
  await page.screenshot({ path: `../test-results/screens/${name}.png` });
  // what is broken for good is so a second time: the first may have been in the midst of a change
  if ((await broken(page, part)).length === 0) return;
  await page.evaluate(stands);
  expect(await broken(page, part), name).toEqual([]);
}

/** Its fonts are there, and what comes, goes or moves has done so. */
async function stands(): Promise<void> {
  await document.fonts.ready;
  const ending = document
    .getAnimations()
    .filter((one) => one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime));
  await Promise.allSettled(ending.map((one) => one.finished));
}

/** Of the emoji, hundreds to a kind and all alike, the first two kinds stand for the others. */
const otherEmoji = "dialog [data-group] ~ [data-group] ~ [data-group]";

/** Which rules are broken, and where. */
async function broken(page: Page, part: string | undefined): Promise<object[]> {
  const builder = new AxeBuilder({ page }).withTags(rules).exclude(otherEmoji);
  const { violations } = await (part ? builder.include(part) : builder).analyze();
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(" ")) }));
}
