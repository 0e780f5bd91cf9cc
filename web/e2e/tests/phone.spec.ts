// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";
import { layersAre } from "./standing.js";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

test("on a phone, Back closes the topmost screen and never leaves the app before the list", async ({
  signedIn,
}) => {
  const { page } = await signedIn("admin", phone);
  const list = page.getByRole("heading", { level: 2, name: "Discussions" });
  const navigation = page.getByRole("navigation");

  await navigation.getByRole("button", { name: "Contacts" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Contacts" })).toBeVisible();
  await page.goBack();
  await expect(list).toBeVisible();

  await navigation.getByRole("button", { name: "Réglages" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(list).toBeVisible();

  await page.getByRole("button", { name: "Nouvelle discussion" }).first().click();
  await page.getByRole("dialog").getByRole("list").getByRole("button").first().click();
  await expect(page.getByRole("log")).toBeVisible();
  await page.getByRole("button", { name: "Détails" }).click();
  await expect(page.getByRole("complementary")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect(page.getByRole("log")).toBeVisible();
  await page.goBack();
  await expect(list).toBeVisible();
});

test("a dialog that was closed leaves nothing for Back to close", async ({ signedIn }) => {
  const { page } = await signedIn("admin", phone);
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  await expect(page.getByRole("log")).toBeVisible();
  await page.getByRole("button", { name: "Détails" }).click();
  await page.getByRole("complementary").getByRole("button", { name: "Fermer" }).click();
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await layersAre(page, 0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2, name: "Discussions" })).toBeVisible();
});

test("a group with a long unbroken name stays within a phone's width", async ({ signedIn }) => {
  const { page } = await signedIn("admin", phone);
  await page.getByRole("button", { name: "Nouvelle discussion" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Nouveau groupe" }).click();
  const people = dialog.getByRole("list", { name: "Contacts" }).getByRole("button");
  await people.nth(0).click();
  await people.nth(1).click();
  await expect(dialog.locator("[aria-pressed=true]")).toHaveCount(2);
  const title = unique("W".repeat(80)).replace(" ", "");
  await dialog.getByLabel("Nom du groupe").fill(title);
  await dialog.getByRole("button", { name: "Créer le groupe" }).click();
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(wide).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Détails" }).click();
  await expect(page.getByRole("complementary").getByRole("heading", { name: title })).toBeInViewport();
  await expect.poll(wide).toBeLessThanOrEqual(390);
});
