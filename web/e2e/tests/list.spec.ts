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
