// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { looksRight } from "./look.js";
import { expect, Person, test } from "./people.js";
import { desktop, phone } from "./screens.js";
import { atRest, box } from "./standing.js";

/** What somebody tries who has never seen it: twice where once is meant, very long, empty, and what is not theirs. */

const unique = (text: string) => `${text} ${Date.now().toString(36)}`;
const recorder = (page: Page) => page.getByRole("region", { name: "Message vocal" });

for (const [where, options] of Object.entries({ desktop, phone }))
  test(`on a ${where}, a second press on Send begins no recording`, async ({ browser, url }) => {
    const awa = await Person.at(browser, url, options);
    const { page } = awa;
    await page.clock.install();
    await awa.signIn("awa");
    await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
    const said = unique("Deux fois");
    await awa.composer().fill(said);
    const send = await atRest(page.getByRole("button", { name: "Envoyer" }));
    const [x, y] = [send.x + send.width / 2, send.y + send.height / 2];
    const press = () => (where === "phone" ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
    const microphone = page.getByRole("button", { name: "Enregistrer un message vocal" });
    // one soon after the other, however long a slow machine takes for each
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
    await press();
    await expect(microphone).toHaveAttribute("aria-disabled", "true");
    await press();
    await page.clock.resume();
    await expect(awa.message(said)).toHaveCount(1);
    await expect(microphone).not.toHaveAttribute("aria-disabled", "true");
    await expect(recorder(page)).toHaveCount(0);
    await microphone.click();
    await expect(recorder(page)).toBeVisible();
    await awa.context.close();
    expect(awa.complaints).toEqual([]);
  });

test("each message of a run says how far it got", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const nadia = await signedIn("nadia");
  await awa.writeTo(await nadia.name());
  const run = ["Un", "Deux", "Trois"].map(unique);
  for (const text of run) await awa.say(text);
  for (const text of run) await expect(awa.receipt(text, "Distribué")).toBeVisible();
  await nadia.line(await awa.name()).click();
  for (const text of run) await expect(awa.receipt(text, "Lu")).toBeVisible();
});

test("a very long message is folded, unfolds in its place by a key, and by coming to it", async ({
  signedIn,
}) => {
  const awa = await signedIn("awa");
  const claire = await signedIn("claire");
  const { page } = awa;
  await awa.writeTo(await claire.name());
  const [begin, end] = [unique("début"), unique("fin")];
  await awa.composer().fill(`${begin} ${"Un mot après l’autre. ".repeat(500)}${end}`);
  await awa.composer().press("Enter");
  const more = page
    .locator("[data-message]", { hasText: begin })
    .getByRole("button", { name: "Lire la suite" });
  await awa.isSaid(begin);
  const id = await page.locator("[data-message]").filter({ hasText: begin }).getAttribute("data-message");
  const long = page.locator(`[data-message="${id}"]`);
  await expect(long).not.toContainText(end);
  await looksRight(page, "folded");

  await more.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Répondre" }).click();
  const answer = unique("Bien lu");
  await awa.say(answer);
  await awa.isSaid(answer);
  await page.getByRole("button", { name: "Aller au message" }).last().click();
  await expect(long).toContainText(end);

  await page.reload();
  await expect(awa.message(answer)).toBeVisible();
  await expect(long).not.toContainText(end);
  await more.focus();
  const top = async () => (await box(long)).y;
  const before = (await atRest(long)).y;
  await page.keyboard.press("Enter");
  await expect(long).toContainText(end);
  await expect(more).toHaveCount(0);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
});

test("a file's long name keeps its end in sight", async ({ signedIn }) => {
  const awa = await signedIn("awa", phone);
  const { page } = awa;
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  const name = `Conditions générales de vente et de livraison ${Date.now().toString(36)} version définitive signée.txt`;
  const buffer = Buffer.from("douze paniers");
  await page.getByLabel("Joindre des fichiers").setInputFiles([{ name, mimeType: "text/plain", buffer }]);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("link", { name: `Enregistrer ${name}` }).waitFor();
  const shown = page.getByRole("log").getByTitle(name, { exact: true });
  await expect(shown).toHaveText(name);
  const end = shown.locator("span").last();
  await expect(end).toHaveText(/\.txt$/);
  await expect(async () => {
    const [whole, last] = [await box(shown), await box(end)];
    expect(last.width).toBeGreaterThan(40);
    expect(last.x + last.width).toBeLessThanOrEqual(whole.x + whole.width + 1);
  }).toPass();
  await looksRight(page, "long-file-name");
});

test("what a conversation is about stays in the list at every width", async ({ signedIn }) => {
  const { page } = await signedIn("admin", { viewport: { width: 1280, height: 800 } });
  const answer = await page.request.get("/api/conversations");
  const { conversations } = (await answer.json()) as {
    conversations: { id: string; product?: { title: string } }[];
  };
  const about = conversations.find(({ product }) => product);
  if (!about?.product) throw new Error("no product among the conversations");
  const tag = page
    .getByRole("list", { name: "Discussions" })
    .locator(`a[href="/c/${about.id}"]`)
    .getByTitle(about.product.title);
  await page.goto(`/c/${about.id}`);
  await page.getByRole("button", { name: "Détails" }).click();
  await expect(page.getByRole("complementary")).toBeVisible();
  for (const width of [1280, 1181, 1000, 700]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(tag).toBeVisible();
    await expect.poll(async () => (await box(tag)).width, `at ${width}`).toBeGreaterThan(40);
    await looksRight(page, `tag-${width}`);
  }
});

test("nobody goes without a name", async ({ signedIn }) => {
  const moussa = await signedIn("moussa");
  const { page } = moussa;
  const before = await moussa.name();
  await page.getByRole("navigation").getByRole("button", { name: "Réglages" }).click();
  const field = page.getByRole("dialog").getByLabel("Nom", { exact: true });
  await field.fill("  ");
  await field.press("Tab");
  await expect(field).toHaveValue(before);
  await expect.poll(() => moussa.name()).toBe(before);
});

for (const [where, options] of Object.entries({ desktop, phone }))
  test(`on a ${where}, who leaves a group is back at the list, and nothing is asked for that is gone`, async ({
    signedIn,
  }) => {
    const sophie = await signedIn("sophie", options);
    const { page } = sophie;
    const title = unique("Marché");
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Nouvelle discussion" }).first().click();
    await dialog.getByRole("button", { name: "Nouveau groupe" }).click();
    const people = dialog.getByRole("list", { name: "Contacts" }).getByRole("button");
    await people.nth(0).click();
    await people.nth(1).click();
    await expect(dialog.locator("[aria-pressed=true]")).toHaveCount(2);
    await dialog.getByLabel("Nom du groupe").fill(title);
    await dialog.getByRole("button", { name: "Créer le groupe" }).click();
    await page.getByRole("button", { name: "Détails" }).click();
    const missing: string[] = [];
    page.on("response", (response) => response.status() === 404 && missing.push(response.url()));
    await page.getByRole("button", { name: "Quitter le groupe" }).click();
    await dialog.getByRole("button", { name: "Quitter" }).click();
    // it goes by itself after a while
    await expect(page.getByText(`Vous avez quitté «\u00a0${title}\u00a0».`)).toBeVisible();
    await expect(page).toHaveURL("/");
    await expect(page.getByRole("heading", { level: 2, name: "Discussions" })).toBeVisible();
    await expect(page.getByText("Vous n’êtes plus dans cette discussion.")).toHaveCount(0);
    await expect(sophie.line(title)).toHaveCount(0);
    await looksRight(page, `left-${where}`);
    expect(missing).toEqual([]);
    await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
    await expect(page.getByRole("log")).toBeVisible();
    await expect(page.getByRole("complementary")).toHaveCount(0);
  });

test("an administrator of the server takes another's message away, in a private conversation too", async ({
  signedIn,
}) => {
  const admin = await signedIn("admin");
  const ibrahim = await signedIn("ibrahim");
  await ibrahim.writeTo(await admin.name());
  const said = unique("Pas ici");
  await ibrahim.say(said);
  await admin
    .line(await ibrahim.name())
    .first()
    .click();
  await admin.isSaid(said);
  await admin.message(said).click({ button: "right" });
  await admin.page.getByRole("menuitem", { name: "Supprimer pour tous" }).click();
  await admin.page.getByRole("dialog").getByRole("button", { name: "Supprimer pour tous" }).click();
  await expect(ibrahim.message(said)).toHaveCount(0);
  await expect(ibrahim.page.getByRole("log").getByText("Message supprimé").last()).toBeVisible();
});
