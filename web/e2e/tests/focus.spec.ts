// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";
import { many, talk } from "./talk.js";

test("whoever stands on a message that is deleted stands on the one in its place", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id } = await talk(awa, "nadia", many(`pas ${mark}`, 6));
  await page.goto(`/c/${id}`);
  await expect(awa.message(`pas ${mark} 6`)).toBeInViewport();
  await page.getByRole("log").focus();
  const focused = page.locator("[data-message]:focus");
  for (const number of [6, 5, 4]) {
    await page.keyboard.press("ArrowUp");
    await expect(focused).toContainText(`pas ${mark} ${number}`);
  }
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Supprimer pour moi" }).click();
  await expect(awa.message(`pas ${mark} 4`)).toHaveCount(0);
  await expect(focused).toContainText(`pas ${mark} 5`);
});

test("the focus goes back where it was when a toast that has it goes away", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const claire = await signedIn("claire");
  const { page } = awa;
  const { id } = await talk(awa, "nadia", [`Bonjour ${Date.now().toString(36)}`]);
  await page.goto(`/c/${id}`);
  await expect(awa.composer()).toBeFocused();
  const toasts = page.getByRole("region", { name: "Nouveaux messages" });
  const close = toasts.getByRole("button", { name: "Fermer" });
  // a toast goes by itself where nothing holds it
  await expect(async () => {
    await talk(claire, "awa", [`Coucou ${Date.now().toString(36)}`]);
    await close.first().focus({ timeout: 5_000 });
    await expect(close.first()).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(toasts.getByRole("button")).toHaveCount(0);
  await expect(awa.composer()).toBeFocused();
});
