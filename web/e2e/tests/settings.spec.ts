// SPDX-License-Identifier: Apache-2.0
import { expect, type Person, test } from "./people.js";

async function settings({ page }: Person) {
  await page.getByRole("navigation").getByRole("button", { name: "Réglages" }).click();
  return page.getByRole("dialog");
}

test("one's name is changed where it stands, and shows elsewhere", async ({ signedIn }) => {
  const one = await signedIn("jean-paul");
  const other = await signedIn("jean-paul");
  const before = await one.name();
  const dialog = await settings(one);
  for (const name of ["Jean-Paul E.", before]) {
    await dialog.getByLabel("Nom", { exact: true }).fill(name);
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog.getByRole("button", { name: "Enregistrer" })).toBeHidden();
    await expect.poll(() => other.name()).toBe(name);
  }
});

test("who sends no receipts sends none, until they do again", async ({ signedIn }) => {
  const jean = await signedIn("jean-paul");
  const ibrahim = await signedIn("ibrahim");
  const dialog = await settings(jean);
  const receipts = dialog.getByRole("switch", { name: "Confirmations de lecture" });
  await receipts.uncheck();
  await expect(receipts).not.toBeChecked();
  await jean.page.keyboard.press("Escape");

  await ibrahim.writeTo(await jean.name());
  const said = `Lu ou pas ? ${Date.now().toString(36)}`;
  await ibrahim.say(said);
  await jean.line(await ibrahim.name()).click();
  await expect(jean.message(said)).toHaveCount(1);
  await expect(jean.line(await ibrahim.name())).not.toContainText("non lu");
  const more = `Et ceci ? ${Date.now().toString(36)}`;
  await ibrahim.say(more);
  await expect(jean.message(more)).toHaveCount(1);
  await expect(ibrahim.page.getByRole("log").getByRole("img", { name: "Lu", exact: true })).toHaveCount(0);

  await settings(jean);
  await receipts.check();
  await expect(receipts).toBeChecked();
  await jean.page.keyboard.press("Escape");
  const last = `Et maintenant ? ${Date.now().toString(36)}`;
  await ibrahim.say(last);
  await expect(ibrahim.receipt(last, "Lu")).toBeVisible();
  await jean.page.reload();
  await settings(jean);
  await expect(receipts).toBeChecked();
});

test("another device is signed out from here, and says so there", async ({ signedIn }) => {
  const here = await signedIn("claire");
  const there = await signedIn("claire");
  const dialog = await settings(here);
  const devices = dialog.getByRole("list", { name: "Appareils connectés" });
  await expect(devices.getByText("Cet appareil")).toBeVisible();
  const signedInAt = await devices.getByRole("listitem").count();
  await devices
    .getByRole("button", { name: /^Déconnecter/ })
    .first()
    .click();
  await expect(there.page.getByText("Votre session a pris fin")).toBeVisible();
  await expect(devices.getByRole("listitem")).toHaveCount(signedInAt - 1);
});

test("sounds are switched off for this browser, over a reload", async ({ signedIn }) => {
  const person = await signedIn("jean-paul");
  await (await settings(person)).getByRole("switch", { name: "Sons" }).uncheck();
  await person.page.reload();
  await expect((await settings(person)).getByRole("switch", { name: "Sons" })).not.toBeChecked();
});

test("before anybody signs in, nothing is asked that would be refused", async ({ page, url }) => {
  const refused: string[] = [];
  page.on("response", (answer) => answer.status() >= 400 && refused.push(answer.url()));
  await page.goto(url);
  await page.getByRole("button", { name: "Se connecter" }).waitFor();
  await page.waitForLoadState("networkidle");
  expect(refused).toEqual([]);
});
