// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

/** Words that no earlier run can have said. */
const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

test("a wrong password is said plainly, and the right one lets in", async ({ page, url }) => {
  await page.goto(url);
  await page.getByLabel("Nom d’utilisateur").fill("admin");
  await page.getByLabel("Mot de passe", { exact: true }).fill("not it");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("alert")).toContainText("mot de passe incorrect");
  await page.getByLabel("Mot de passe", { exact: true }).fill("admin");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText("Connecté en temps réel")).toBeVisible();
});

test("two people meet, write, read, and find it all again", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const adminName = await admin.name();
  const managerName = await manager.name();
  const question = unique("On se voit demain ?");
  const answer = unique("Oui, à 16 h");

  await admin.writeTo(managerName);
  await admin.say(question);
  await expect(admin.receipt(question, "Distribué")).toBeVisible();

  await expect(manager.line(adminName)).toContainText("message");
  await expect(manager.page).toHaveTitle(/^\(\d+\+?\) Palabre$/);
  await manager.line(adminName).click();
  await expect(manager.message(question)).toHaveCount(1);
  await expect(manager.page.getByText(/nouveaux? messages?$/)).toBeVisible();
  await expect(admin.receipt(question, "Lu")).toBeVisible();
  await expect(manager.line(adminName)).not.toContainText("non lu");

  await manager.say(answer);
  await expect(admin.message(answer)).toHaveCount(1);
  await expect(manager.receipt(answer, "Lu")).toBeVisible();

  await admin.page.reload();
  await expect(admin.message(question)).toHaveCount(1);
  await expect(admin.message(answer)).toHaveCount(1);
  await expect(admin.receipt(question, "Lu")).toBeVisible();
});

test("what arrives elsewhere shows as a toast that opens it", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const adminName = await admin.name();
  const news = unique("Le colis est là");
  await admin.writeTo(await manager.name());
  const toast = manager.page
    .getByRole("region", { name: "Nouveaux messages" })
    .getByRole("button", { name: news });
  // it goes by itself after a while
  await expect(async () => {
    await admin.say(news);
    await toast.click({ timeout: 4_000 });
  }).toPass();
  await expect(manager.page.getByRole("heading", { level: 2, name: adminName })).toBeVisible();
  await expect(manager.message(news).last()).toBeVisible();
});

test("a group of three is made, and everyone in it is told", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const managerName = await manager.name();
  const title = unique("Marché");
  await admin.page.getByRole("button", { name: "Nouvelle discussion" }).first().click();
  const dialog = admin.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Nouveau groupe" }).click();
  await dialog.getByRole("list", { name: "Contacts" }).getByRole("button", { name: managerName }).click();
  await dialog
    .getByRole("list", { name: "Contacts" })
    .getByRole("button")
    .filter({ hasNotText: managerName })
    .first()
    .click();
  await expect(dialog.locator("[aria-pressed=true]")).toHaveCount(2);
  await dialog.getByLabel("Nom du groupe").fill(title);
  await dialog.getByRole("button", { name: "Créer le groupe" }).click();
  await expect(admin.page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await admin.say(unique("Bienvenue"));
  await manager.line(title).click();
  await expect(manager.page.getByRole("log").getByText("Bienvenue")).toBeVisible();
});

test("written without a network, sent once and in order when it is back", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const words = ["un", "deux", "trois"].map((word) => unique(`Hors ligne ${word}`));
  await admin.writeTo(await manager.name());
  await manager.writeTo(await admin.name());
  await admin.context.setOffline(true);
  await expect(admin.page.getByText("vos messages partiront").filter({ visible: true })).toBeVisible();
  for (const word of words) await admin.say(word);
  for (const word of words) await expect(admin.receipt(word, "Envoi en cours")).toBeVisible();
  await admin.context.setOffline(false);
  for (const word of words) await expect(manager.message(word)).toHaveCount(1);
  const heard = manager.page.getByRole("log").locator("[dir=auto]");
  await expect
    .poll(async () => (await heard.allInnerTexts()).slice(-3))
    .toEqual(words.map((word) => expect.stringContaining(word)));
});

test("the server is killed and comes back: both sides are complete without a reload", async ({
  signedIn,
  server,
}) => {
  test.skip(server === undefined, "needs a server of its own to kill");
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  await admin.writeTo(await manager.name());
  await manager.writeTo(await admin.name());
  const before = unique("Avant la coupure");
  await admin.say(before);
  await expect(manager.message(before)).toHaveCount(1);
  await server?.kill();
  const [during, too] = [unique("Pendant la coupure"), unique("De mon côté aussi")];
  await admin.say(during);
  await manager.say(too);
  await server?.start();
  await expect(manager.message(during)).toHaveCount(1);
  await expect(admin.message(too)).toHaveCount(1);
  await expect(admin.receipt(during, "Lu")).toBeVisible();
});

test("a message unsent when the page was closed is sent by the next one", async ({ signedIn, server }) => {
  test.skip(server === undefined, "needs a server of its own to kill");
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  await admin.writeTo(await manager.name());
  await manager.writeTo(await admin.name());
  await server?.kill();
  const late = unique("Parti plus tard");
  await admin.say(late);
  await admin.page.close();
  await server?.start();
  const again = await admin.context.newPage();
  await again.goto("/");
  await expect(again.getByText("Connecté en temps réel")).toBeVisible();
  await expect(manager.message(late)).toHaveCount(1);
});

test("a link to a conversation that is not one's own says so", async ({ signedIn }) => {
  const { page } = await signedIn("admin");
  for (const path of ["/c/01ARZ3NDEKTSV4RRFFQ69G5FAV", "/c/nothing"]) {
    await page.goto(path);
    await expect(page.getByText("n’existe pas, ou n’est pas la vôtre")).toBeVisible();
  }
});

test("signing out ends it, and Back does not bring it back", async ({ signedIn }) => {
  const { page } = await signedIn("manager");
  await page.getByRole("navigation").getByRole("button", { name: "Réglages" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.getByRole("button", { name: "Se connecter" })).toBeVisible();
  await expect(page.getByText("Votre session a pris fin")).toBeHidden();
  await page.reload();
  await expect(page.getByRole("button", { name: "Se connecter" })).toBeVisible();
});
