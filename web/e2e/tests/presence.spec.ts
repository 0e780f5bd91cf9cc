// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

test("who comes is shown online, who is busy as busy, who leaves as gone", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const managerName = await manager.name();
  await admin.writeTo(managerName);
  const header = admin.page
    .locator("header")
    .filter({ has: admin.page.getByRole("heading", { name: managerName }) });
  await expect(header.locator("[data-presence=online]")).toBeVisible();

  await manager.page.getByRole("button", { name: "Statut" }).click();
  await manager.page.getByLabel("Que faites-vous").fill("En réunion");
  await manager.page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(header).toContainText("En réunion");
  await manager.page.getByRole("button", { name: "Statut" }).click();
  await manager.page.getByRole("menuitemradio", { name: "Occupé" }).click();
  await expect(header.locator("[data-presence=busy]")).toBeVisible();
  await expect(header).toContainText("occupé · En réunion");

  await manager.page.getByRole("button", { name: "Statut" }).click();
  await manager.page.getByRole("menuitemradio", { name: "Disponible" }).click();
  await expect(header.locator("[data-presence=online]")).toBeVisible();
  await manager.context.close();
  await expect(header.locator("[data-presence=offline]")).toBeVisible();
  await expect(header).toContainText("vu");
});
