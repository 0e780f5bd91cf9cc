// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

test("pinned on all devices, silent, put away and found again", async ({ signedIn }) => {
  const one = await signedIn("admin");
  const other = await signedIn("admin");
  const lines = one.page.getByRole("list", { name: "Discussions" }).getByRole("link");
  const last = lines.nth(3);
  await last.click({ button: "right" });
  await one.page.getByRole("menuitem", { name: "Épingler" }).click();
  await expect(lines.first().getByRole("img", { name: "Épinglé" })).toBeVisible();
  await expect(
    other.page.getByRole("list", { name: "Discussions" }).getByRole("link").first().getByRole("img", {
      name: "Épinglé",
    }),
  ).toBeVisible();

  await lines.first().click({ button: "right" });
  await one.page.getByRole("menuitem", { name: "Mettre en sourdine" }).click();
  await one.page.getByRole("menuitem", { name: "Toujours" }).click();
  await expect(lines.first().getByRole("img", { name: "En sourdine" })).toBeVisible();

  await lines.first().click({ button: "right" });
  await one.page.getByRole("menuitem", { name: "Archiver" }).click();
  await expect(lines.getByRole("img", { name: "Épinglé" })).toHaveCount(0);
  await one.page.getByRole("button", { name: "Plus" }).click();
  await one.page.getByRole("menuitemradio", { name: "Archivées" }).click();
  await expect(lines).toHaveCount(1);
  await lines.first().click({ button: "right" });
  await one.page.getByRole("menuitem", { name: "Sortir des archives" }).click();
  await one.page.getByRole("button", { name: "Toutes" }).click();
  await expect(lines.first().getByRole("img", { name: "Épinglé" })).toBeVisible();

  for (const item of ["Rétablir les notifications", "Désépingler"]) {
    await lines.first().click({ button: "right" });
    await one.page.getByRole("menuitem", { name: item }).click();
  }
  await expect(lines.getByRole("img", { name: "Épinglé" })).toHaveCount(0);
});

test("the list is asked for once when the app opens, and again after a cut", async ({ signedIn }) => {
  const { page, context } = await signedIn("claire");
  const lists: string[] = [];
  page.on(
    "request",
    (request) => /\/api\/conversations(\?|$)/.test(request.url()) && lists.push(request.url()),
  );
  await page.reload();
  await expect(page.getByText("Connecté en temps réel")).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(lists).toHaveLength(1);
  await context.setOffline(true);
  await expect(page.getByText("Déconnecté")).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => lists.length).toBe(2);
});

test("on a tablet held upright every filter is in sight or in the menu", async ({ signedIn }) => {
  const { page } = await signedIn("admin", { viewport: { width: 820, height: 1180 } });
  const filters = page.getByRole("group", { name: "Afficher" });
  const { width } = (await filters.boundingBox()) ?? { width: 0 };
  expect(await filters.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(Math.ceil(width));
  await filters.getByRole("button", { name: "Plus" }).click();
  await page.getByRole("menuitemradio", { name: "Groupes" }).click();
  await expect(filters.getByRole("button", { name: "Groupes" })).toHaveAttribute("aria-pressed", "true");
});
