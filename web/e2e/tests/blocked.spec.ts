// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

test("where one has blocked the other, a sentence stands where one would write", async ({ signedIn }) => {
  const claire = await signedIn("claire");
  const moussa = await signedIn("moussa");
  const [claireName, moussaName] = [await claire.name(), await moussa.name()];
  await claire.writeTo(moussaName);
  const said = `Bonjour ${Date.now().toString(36)}`;
  await claire.say(said);
  await moussa.line(claireName).click();
  await expect(moussa.composer()).toBeVisible();

  await claire.line(moussaName).click({ button: "right" });
  await claire.page.getByRole("menuitem", { name: "Bloquer" }).click();
  await claire.page.getByRole("dialog").getByRole("button", { name: "Bloquer" }).click();
  await expect(claire.page.getByText(`Vous avez bloqué ${moussaName}`)).toBeVisible();
  await expect(claire.composer()).toBeHidden();

  await moussa.composer().fill("Vous êtes là ?");
  await moussa.composer().press("Enter");
  await expect(moussa.page.getByText(`Vous ne pouvez pas écrire à ${claireName}`)).toBeVisible();
  await expect(moussa.composer()).toBeHidden();
  await moussa.page.getByRole("button", { name: "Supprimer" }).click();

  await claire.page.getByRole("navigation").getByRole("button", { name: "Réglages" }).click();
  const blocked = claire.page.getByRole("list", { name: "Personnes bloquées" });
  await expect(blocked.getByRole("listitem")).toHaveText(new RegExp(moussaName));
  await claire.page.keyboard.press("Escape");
  await expect(claire.page.getByRole("dialog")).toHaveCount(0);
  await claire.page.getByRole("button", { name: "Débloquer" }).click();
  await expect(claire.composer()).toBeVisible();
  await moussa.page.reload();
  await expect(moussa.composer()).toBeVisible();
});
