// SPDX-License-Identifier: Apache-2.0
import type { Locator, Page } from "@playwright/test";
import { looksRight } from "./look.js";
import { expect, Person, passwordOf, test } from "./people.js";
import { box } from "./standing.js";

const MOST_STEPS = 60;
const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

/** What has just come over the page has the focus, so that a key pressed now is one for it. */
async function isOver(page: Page): Promise<void> {
  await expect(page.locator("dialog[open] :focus, dialog[open]:focus")).toBeAttached();
}

/** Goes there as the keyboard does, key by key; fails when it is out of reach. */
async function reach(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await expect(target).toBeAttached();
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const there = await target.evaluate((one) => one === document.activeElement).catch(() => false);
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} was not reached by ${key}.`);
}

test("all of it without a mouse: in, find, write, answer, react, a group, out", async ({
  browser,
  url,
  signedIn,
}) => {
  const other = await signedIn("manager");
  const otherName = await other.name();
  const me = await Person.at(browser, url);
  const { page } = me;
  await page.goto("/");
  const username = page.locator("input[autocomplete=username]");
  await username.waitFor();
  await reach(page, username);
  await page.keyboard.type("admin");
  await page.keyboard.press("Tab");
  await page.keyboard.type(passwordOf("admin"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Discussions" })).toBeVisible();

  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("searchbox", { name: "Rechercher", exact: true })).toBeFocused({
      timeout: 2_000,
    });
  }).toPass();
  await page.keyboard.type(otherName);
  const lines = page.getByRole("list", { name: "Discussions" }).getByRole("link", { name: otherName });
  const found = page.getByRole("list").getByRole("button", { name: otherName });
  await expect(lines.or(found).first()).toBeVisible();
  await reach(page, lines.or(found).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: otherName })).toBeVisible();
  await other.writeTo(await me.name());

  const question = unique("Sans souris ?");
  await reach(page, me.composer());
  await expect(me.composer()).toBeFocused();
  await page.keyboard.type(question);
  await page.keyboard.press("Enter");
  await expect(other.message(question)).toBeVisible();
  const reply = unique("Oui");
  await other.say(reply);
  await expect(page.locator("[aria-live=polite]").filter({ hasText: reply })).toBeAttached();

  await reach(page, page.getByRole("log"), "Shift+Tab");
  const bubble = page.getByRole("log").locator("[data-message]").filter({ hasText: reply });
  await reach(page, bubble, "ArrowUp");
  await page.keyboard.press("Shift+F10");
  await isOver(page);
  await reach(page, page.getByRole("dialog").getByRole("button", { name: /👍/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(other.page.getByRole("log").getByRole("button", { name: /👍/ }).last()).toBeVisible();

  await expect(bubble).toBeFocused();
  await page.keyboard.press("Shift+F10");
  await isOver(page);
  await reach(page, page.getByRole("menuitem", { name: "Répondre" }), "ArrowDown");
  await page.keyboard.press("Enter");
  await expect(me.composer()).toBeFocused();
  const answer = unique("Parfait");
  await page.keyboard.type(answer);
  await page.keyboard.press("Enter");
  await expect(other.message(answer)).toBeVisible();

  const newOne = page.getByRole("button", { name: "Nouvelle discussion" }).first();
  await reach(page, newOne, "Shift+Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await isOver(page);
  await reach(page, dialog.getByRole("button", { name: "Nouveau groupe" }));
  await page.keyboard.press("Enter");
  const people = dialog.getByRole("list").getByRole("button");
  for (const index of [0, 1]) {
    await reach(page, people.nth(index));
    await page.keyboard.press("Enter");
    await expect(dialog.locator("[aria-pressed=true]")).toHaveCount(index + 1);
  }
  await reach(page, dialog.getByLabel("Nom du groupe"));
  const title = unique("Au clavier");
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();

  await reach(page, page.getByRole("navigation").getByRole("button", { name: "Réglages" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await isOver(page);
  await reach(page, page.getByRole("dialog").getByRole("button", { name: "Se déconnecter" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Se connecter" })).toBeVisible();
  await me.context.close();
  expect(me.complaints).toEqual([]);
});

test("at 200 % and written from the right, nothing is cut or out of reach", async ({ signedIn }) => {
  // 1280 × 800 at 200 %
  const { page } = await signedIn("admin", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const lines = page.getByRole("list", { name: "Discussions" }).getByRole("link");
  await lines.first().waitFor();
  await expect.poll(wide).toBeLessThanOrEqual(0);
  await looksRight(page, "list-zoomed-fr");
  await lines.filter({ hasText: "Marché de Noël" }).first().click();
  await page.getByRole("log").locator("[data-message]").first().waitFor();
  await expect.poll(wide).toBeLessThanOrEqual(0);
  await looksRight(page, "conversation-zoomed-fr");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  await looksRight(page, "conversation-rtl-fr");
  await expect.poll(wide).toBeLessThanOrEqual(0);
  await expect(async () => {
    const [list, log] = [await box(lines.first()), await box(page.getByRole("log"))];
    expect(list.x).toBeGreaterThan(log.x);
  }).toPass();
});
