// SPDX-License-Identifier: Apache-2.0
import { expect, type Locator, type Page } from "@playwright/test";

type Box = NonNullable<Awaited<ReturnType<Locator["boundingBox"]>>>;

/** Where it stands, once it does: what is drawn anew between two looks at it is nowhere for a moment. */
export async function box(of: Locator): Promise<Box> {
  let found: Awaited<ReturnType<Locator["boundingBox"]>> = null;
  await expect.poll(async () => (found = await of.boundingBox()), `${of} stands somewhere`).not.toBeNull();
  return found ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Where it has come to rest: nothing pushes, scrolls or grows it any more. */
export async function atRest(of: Locator): Promise<Box> {
  let last = await box(of);
  await expect(async () => {
    const before = last;
    await drawn(of.page());
    last = await box(of);
    expect(last).toEqual(before);
  }).toPass();
  return last;
}

/** Scrolls a list, and waits until what came in view by it is drawn. */
export async function scroll(list: Locator, by: number): Promise<void> {
  await list.evaluate((one, step) => one.scrollBy(0, step), by);
  await drawn(list.page());
}

/** What is under way is drawn. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** How many layers (dialogs, menus, details on a phone) Back would close, once it is so many. */
export async function layersAre(page: Page, count: number): Promise<void> {
  await expect.poll(() => page.evaluate(() => history.state?.layers ?? 0)).toBe(count);
}
