// SPDX-License-Identifier: Apache-2.0
import { expect, Person, test } from "./people.js";

declare global {
  /** How loud the tones are that have begun. */
  var tones: number[];
}

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
  const sends = async () => {
    const { user } = await (await jean.page.request.get("/api/users/me")).json();
    return user.readReceipts;
  };
  await expect.poll(sends).toBe(false);
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
  await expect.poll(sends).toBe(true);
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

test("one's picture is changed, seen by others and taken away again", async ({ signedIn }) => {
  const mariam = await signedIn("mariam");
  const ibrahim = await signedIn("ibrahim");
  const name = await mariam.name();
  const dialog = await settings(mariam);
  const field = dialog.getByLabel("Changer la photo");
  await field.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(dialog.getByRole("alert")).toHaveText("Ce fichier n’est pas une image lisible ici.");
  await field.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") });
  await expect(dialog.getByRole("button", { name: "Retirer la photo" })).toBeVisible();
  await expect(dialog.getByRole("alert")).toHaveCount(0);

  await ibrahim.page.reload();
  await ibrahim.page.getByRole("navigation").getByRole("button", { name: "Contacts" }).click();
  const face = ibrahim.page
    .getByRole("list", { name: "Contacts" })
    .getByRole("button", { name })
    .locator("img");
  await expect(face).toHaveJSProperty("complete", true);
  await expect(face).not.toHaveJSProperty("naturalWidth", 0);

  await dialog.getByRole("button", { name: "Retirer la photo" }).click();
  await expect(dialog.getByRole("button", { name: "Retirer la photo" })).toBeHidden();
  await expect(dialog.getByLabel("Changer la photo")).toBeFocused();
});

test("another password ends the other devices, and not the other tabs", async ({ browser, url }) => {
  const username = `fatou-${Date.now().toString(36)}`;
  const here = await Person.at(browser, url);
  await here.page.request.post("/api/auth/register", { data: { username, password: "avant-hier" } });
  await here.signIn(username, "avant-hier");
  const there = await Person.at(browser, url);
  await there.signIn(username, "avant-hier");
  const tab = await here.context.newPage();
  await tab.goto("/");
  await expect(tab.getByText("Connecté en temps réel")).toBeVisible();

  const dialog = await settings(here);
  await dialog.getByRole("button", { name: "Changer le mot de passe" }).click();
  const current = dialog.getByLabel("Mot de passe actuel", { exact: true });
  const next = dialog.getByLabel("Nouveau mot de passe", { exact: true });
  await expect(current).toBeFocused();
  await current.fill("autre chose");
  await next.fill("court");
  await next.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("trop court");
  await next.fill("après-demain");
  await next.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText("Ce n’est pas le mot de passe actuel.");
  await current.fill("avant-hier");
  await current.press("Enter");
  await expect(dialog.getByText("Le mot de passe est changé")).toBeVisible();

  await expect(there.page.getByText("Votre session a pris fin")).toBeVisible();
  await there.signIn(username, "après-demain");
  for (const page of [here.page, tab]) await expect(page.getByText("Connecté en temps réel")).toBeVisible();
  await here.page.keyboard.press("Escape");
  await expect(tab.getByRole("button", { name: "Se connecter" })).toHaveCount(0);
  await here.context.close();
  await there.context.close();
});

test("what arrives is heard as loud as one likes, shown without its words, and not at all in quiet hours", async ({
  signedIn,
}) => {
  const jean = await signedIn("jean-paul");
  const ibrahim = await signedIn("ibrahim");
  const { page } = jean;
  await page.addInitScript(() => {
    globalThis.tones = [];
    const loudness = AudioParam.prototype.exponentialRampToValueAtTime;
    AudioParam.prototype.exponentialRampToValueAtTime = function (value, end) {
      if (value > 0.001) globalThis.tones.push(value);
      return loudness.call(this, value, end);
    };
  });
  await page.reload();
  const dialog = await settings(jean);
  const volume = dialog.getByRole("slider", { name: "Volume" });
  await volume.focus();
  await page.keyboard.press("End");
  await expect(volume).toHaveAttribute("aria-valuetext", "100\u00a0%");
  await dialog.getByRole("button", { name: "Écouter le son" }).click();
  await expect.poll(() => page.evaluate(() => tones.length)).toBe(2);
  const loud = await page.evaluate(() => tones[0] ?? 0);
  await volume.focus();
  await page.keyboard.press("Home");
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
  await dialog.getByRole("switch", { name: "Aperçus" }).uncheck();
  await page.keyboard.press("Escape");

  const toasts = page.getByRole("region", { name: "Nouveaux messages" });
  await ibrahim.writeTo(await jean.name());
  await ibrahim.say(`Secret ${Date.now().toString(36)}`);
  await expect(toasts.getByText("1 nouveau message")).toBeVisible();
  await expect(toasts.getByText("Secret")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => tones.length)).toBe(4);
  expect(await page.evaluate(() => tones[2] ?? 0)).toBeCloseTo(loud / 4);

  await settings(jean);
  await dialog.getByRole("switch", { name: "Heures calmes" }).check();
  await dialog.getByLabel("De", { exact: true }).fill("00:00");
  await dialog.getByLabel("À", { exact: true }).fill("23:59");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.getByText("Connecté en temps réel")).toBeVisible();
  const said = `Chut ${Date.now().toString(36)}`;
  await ibrahim.say(said);
  await expect(jean.line(await ibrahim.name())).toContainText(said);
  await expect(toasts.getByRole("button")).toHaveCount(0);
  expect(await page.evaluate(() => tones.length)).toBe(0);
});

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
