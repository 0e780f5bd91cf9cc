// SPDX-License-Identifier: Apache-2.0
import { looksRight } from "./look.js";
import { expect, test } from "./people.js";
import { box, drawn } from "./standing.js";
import { group, isFound, many, talk } from "./talk.js";

test("a word is found inside a conversation, from place to place and back", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id } = await talk(awa, "ibrahim", [
    `Le thé ${mark}`,
    ...many("ligne", 70),
    `Encore du THE ${mark}`,
    "fin",
  ]);
  await isFound(awa, `thé ${mark}`, 2);
  await page.goto(`/c/${id}`);
  await expect(awa.message("fin").last()).toBeVisible();
  await expect(awa.composer()).toBeFocused();
  await awa.composer().blur();
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Rechercher dans la discussion" });
  await search.fill(`thé ${mark}`);
  await expect(page.getByText("1 / 2")).toBeVisible();
  await expect(awa.message(`Encore du THE ${mark}`).locator("mark").first()).toHaveText("THE");
  await search.press("Enter");
  await expect(page.getByText("2 / 2")).toBeVisible();
  await expect(awa.message(`Le thé ${mark}`)).toBeInViewport();
  await search.press("Escape");
  await expect(search).toBeHidden();
  await expect(awa.message("fin").last()).toBeInViewport();
  await expect(page.getByRole("log").locator("mark")).toHaveCount(0);

  await page.getByRole("searchbox", { name: "Rechercher", exact: true }).fill(`thé ${mark}`);
  const found = page.getByRole("list", { name: "Messages" }).getByRole("button");
  await expect(found).toHaveCount(2);
  await found.nth(1).click();
  await expect(awa.message(`Le thé ${mark}`)).toBeInViewport();
  await expect(page.getByText("2 / 2")).toBeVisible();
});

test("a search is narrowed to a sender and to days, everywhere and in a conversation", async ({
  signedIn,
}) => {
  const awa = await signedIn("awa");
  const ibrahim = await signedIn("ibrahim");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id } = await talk(awa, "ibrahim", [`Indigo ${mark} un`, `Indigo ${mark} deux`]);
  const path = `/api/conversations/${id}/messages`;
  await ibrahim.page.request.post(path, { data: { content: `Indigo ${mark} trois` } });
  await isFound(awa, `indigo ${mark}`, 3);
  await page.getByRole("searchbox", { name: "Rechercher", exact: true }).fill(`indigo ${mark}`);
  const found = page.getByRole("list", { name: "Messages" }).getByRole("button");
  await expect(found).toHaveCount(3);

  await page.getByRole("button", { name: "Affiner la recherche" }).click();
  const by = page.getByRole("group", { name: "Affiner la recherche" });
  await by.getByRole("combobox", { name: "De" }).selectOption("Vous");
  await expect(found).toHaveCount(2);
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
  await by.getByLabel("Du", { exact: true }).fill(today);
  await by.getByLabel("Au", { exact: true }).fill(today);
  await expect(found).toHaveCount(2);
  await by.getByLabel("Du", { exact: true }).fill("");
  await by.getByLabel("Au", { exact: true }).fill("2020-12-31");
  await expect(page.getByText("Aucun résultat pour")).toBeVisible();
  await by.getByLabel("Au", { exact: true }).fill("");
  await expect(found).toHaveCount(2);
  await looksRight(page, "search-narrowed");

  await found.last().click();
  await expect(page.getByText("2 / 2")).toBeVisible();
  await expect(awa.message(`Indigo ${mark} un`)).toBeInViewport();
  const inside = page.getByRole("group", { name: "Affiner la recherche" }).last();
  await inside.getByRole("combobox", { name: "De" }).selectOption(await ibrahim.name());
  await expect(page.getByText("1 / 1")).toBeVisible();
  await inside.getByRole("button", { name: "Effacer" }).click();
  await expect(page.getByText("3 / 3")).toBeVisible();
});

test("one comes back to where one stood, in a conversation and from a quoted message", async ({
  signedIn,
}) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id, said } = await talk(awa, "mariam", [`Source ${mark}`, ...many(`pas ${mark}`, 60)]);
  await page.request.post(`/api/conversations/${id}/messages`, {
    data: { content: `Réponse ${mark}`, replyTo: said[0]?.id },
  });
  await page.goto(`/c/${id}`);
  const log = page.getByRole("log");
  await expect(awa.message(`Réponse ${mark}`)).toBeInViewport();
  await log.getByRole("button", { name: "Aller au message" }).last().click();
  await expect(awa.message(`Source ${mark}`).first()).toBeInViewport();
  await page.getByRole("button", { name: "Revenir où vous étiez" }).click();
  await expect(awa.message(`Réponse ${mark}`)).toBeInViewport();

  const middle = awa.message(`pas ${mark} 30`);
  // up or down, whichever way it is from here: a slow machine may have gone past it
  await expect(async () => {
    await log.evaluate((list, word) => {
      const numbers = [...list.querySelectorAll("[data-message]")]
        .filter((one) => one.getBoundingClientRect().bottom > list.getBoundingClientRect().top)
        .map((one) => Number(new RegExp(`${word} (\\d+)`).exec(one.textContent ?? "")?.[1] ?? 0));
      list.scrollBy(0, 30 < Math.min(...numbers.filter((one) => one > 0)) ? -300 : 100);
    }, `pas ${mark}`);
    await drawn(page);
    await expect(middle).toBeInViewport({ timeout: 2_000 });
  }).toPass();
  const list = page.getByRole("list", { name: "Discussions" });
  const here = list.locator(`a[href="/c/${id}"]`);
  await list.locator(`a:not([href="/c/${id}"])`).first().click();
  await expect(middle).toBeHidden();
  await here.click();
  await expect(middle).toBeInViewport();
});

test("what is pinned stands on top, leads there, and is let go", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const texts = [`Adresse ${mark}`, `Horaire ${mark}`, ...many(`pas ${mark}`, 40)];
  const { id, said } = await talk(awa, "moussa", texts);
  await page.goto(`/c/${id}`);
  await expect(awa.message(`pas ${mark} 40`)).toBeInViewport();
  for (const message of said.slice(0, 2)) await page.request.put(`/api/messages/${message.id}/pin`);
  const bar = page.getByRole("button", { name: /Message épinglé 1 sur \d+/ });
  await bar.filter({ hasText: `Horaire ${mark}` }).click();
  await expect(awa.message(`Horaire ${mark}`)).toBeInViewport();
  await page.getByRole("button", { name: "Messages épinglés" }).click();
  const pins = page.getByRole("dialog").getByRole("list", { name: "Messages épinglés" });
  await pins
    .getByRole("listitem")
    .filter({ hasText: `Horaire ${mark}` })
    .getByRole("button", { name: "Désépingler" })
    .click();
  await expect(pins.getByText(`Horaire ${mark}`)).toBeHidden();
  await expect(pins.getByText(`Adresse ${mark}`)).toBeVisible();
});

test("the details hold media, files and links, each with the way to its message", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id } = await talk(awa, "nadia", [`Voyez https://exemple.test/${mark}`, ...many("ligne", 40)]);
  await page.goto(`/c/${id}`);
  await page.getByLabel("Joindre des fichiers").setInputFiles([
    { name: `devis-${mark}.txt`, mimeType: "text/plain", buffer: Buffer.from("douze paniers") },
    { name: `point-${mark}.png`, mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") },
  ]);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await awa.isSaid(`devis-${mark}.txt`);
  await page.getByRole("button", { name: "Détails" }).click();
  const shared = page.getByRole("region", { name: "Médias, fichiers et liens" });
  await shared.getByRole("button", { name: `Ouvrir point-${mark}.png` }).click();
  await expect(page.getByRole("dialog", { name: `point-${mark}.png` })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await shared.getByText("Fichiers", { exact: true }).click();
  await expect(shared.getByText(`devis-${mark}.txt`)).toBeVisible();
  await shared.getByText("Liens", { exact: true }).click();
  await expect(shared.getByRole("link", { name: `https://exemple.test/${mark}` })).toBeVisible();
  await shared.getByRole("button", { name: `Aller au message avec https://exemple.test/${mark}` }).click();
  await expect(awa.message(`Voyez https://exemple.test/${mark}`)).toBeInViewport();
});

test("the links of a conversation are all there, page after page", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const id = await group(awa, "nadia", `Liens ${mark}`);
  for (const content of many(`https://exemple.test/${mark}/`, 55))
    await page.request.post(`/api/conversations/${id}/messages`, { data: { content } });
  await page.goto(`/c/${id}`);
  await page.getByRole("button", { name: "Détails" }).click();
  const shared = page.getByRole("region", { name: "Médias, fichiers et liens" });
  await shared.getByText("Liens", { exact: true }).click();
  await expect(shared.getByRole("link")).toHaveCount(50);
  await shared.getByRole("button", { name: "Afficher plus" }).click();
  await expect(shared.getByRole("link")).toHaveCount(55);
  await expect(shared.getByRole("button", { name: "Afficher plus" })).toHaveCount(0);
});

test("a message is reported with a reason, and its author can be blocked at once", async ({ signedIn }) => {
  const nadia = await signedIn("nadia");
  const sophie = await signedIn("sophie");
  const said = `Gagnez vite ${Date.now().toString(36)}`;
  await nadia.writeTo(await sophie.name());
  await nadia.say(said);
  await sophie.line(await nadia.name()).click();
  await sophie.message(said).click({ button: "right" });
  await sophie.page.getByRole("menuitem", { name: "Signaler" }).click();
  const dialog = sophie.page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Envoyer le signalement" })).toBeDisabled();
  await dialog.getByRole("radio", { name: "Arnaque" }).check();
  await dialog.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(dialog.getByText("Votre signalement est chez les modérateurs")).toBeVisible();
  await dialog.getByRole("button", { name: `Bloquer ${await nadia.name()}` }).click();
  await expect(sophie.page.getByText("Vous avez bloqué")).toBeVisible();
  await sophie.page.getByRole("button", { name: "Débloquer" }).click();
  await expect(sophie.composer()).toBeVisible();

  const admin = await signedIn("admin");
  const { reports } = await (await admin.page.request.get("/api/admin/reports")).json();
  expect(JSON.stringify(reports)).toContain(said);
});

test("a person and a group are reported from their details, and the moderators see which", async ({
  signedIn,
}) => {
  const claire = await signedIn("claire");
  const admin = await signedIn("admin");
  const { page } = claire;
  const mark = Date.now().toString(36);
  const { id } = await talk(claire, "moussa", [`Bonjour ${mark}`]);
  const { users } = await (await page.request.get("/api/users?search=moussa")).json();
  const sales = await group(claire, "moussa", `Soldes ${mark}`);
  for (const [place, reason] of [
    [id, "Insultes, harcèlement ou haine"],
    [sales, "Spam ou publicité"],
  ] as const) {
    await page.goto(`/c/${place}`);
    await page.getByRole("button", { name: "Détails" }).click();
    await page.getByRole("complementary").getByRole("button", { name: "Signaler" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: reason }).check();
    await dialog.getByRole("textbox").fill(`Vu le ${mark}`);
    await looksRight(page, `report-${place === id ? "person" : "group"}`);
    await dialog.getByRole("button", { name: "Envoyer le signalement" }).click();
    await expect(dialog.getByText("Votre signalement est chez les modérateurs")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  const { reports } = await (await admin.page.request.get("/api/admin/reports")).json();
  const mine = reports.filter(({ text }: { text?: string }) => text === `Vu le ${mark}`);
  expect(mine.map(({ reason }: { reason: string }) => reason).sort()).toEqual(["abuse", "spam"]);
  expect(JSON.stringify(mine)).toContain(users[0].id);
  expect(JSON.stringify(mine)).toContain(sales);
});

test("the day floats over the messages while one scrolls, and goes", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id } = await talk(awa, "claire", many(`jour ${mark}`, 70));
  await page.goto(`/c/${id}`);
  await expect(awa.message(`jour ${mark} 70`)).toBeInViewport();
  const day = page.locator("p[data-shown]");
  await expect(day).toHaveAttribute("data-shown", "false");
  const { x, y, width, height } = await box(page.getByRole("log"));
  await page.mouse.move(x + width / 2, y + height / 2);
  // up and down, for as long as it takes to look
  let way = -600;
  await expect(async () => {
    await page.mouse.wheel(0, way);
    way = -way / 2;
    await expect(day).toHaveAttribute("data-shown", "true", { timeout: 1_000 });
    await expect(day).toHaveText("Aujourd’hui", { timeout: 1_000 });
    await expect(day).toHaveCSS("opacity", "1", { timeout: 1_000 });
  }).toPass();
  await expect(day).toHaveAttribute("data-shown", "false");
  await expect(day).toHaveCSS("opacity", "0");
});

test("a question mark lists the keys; R answers the message that has the focus", async ({ signedIn }) => {
  const sophie = await signedIn("sophie");
  const { page } = sophie;
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Raccourcis clavier" })).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  await expect(sophie.composer()).toBeFocused();
  await page.keyboard.type("?");
  await expect(sophie.composer()).toHaveValue("?");
  await sophie.composer().fill("");
  await expect(page.locator("[data-message]").last()).toBeVisible();
  await page.getByRole("log").focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("[data-message]:focus")).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByRole("button", { name: "Annuler la réponse" })).toBeVisible();
  await expect(sophie.composer()).toBeFocused();
  await page.keyboard.press("Escape");
});

test("an empty conversation about a product offers first questions to its buyer", async ({ signedIn }) => {
  const ibrahim = await signedIn("ibrahim");
  const { page } = ibrahim;
  const { products } = await (await page.request.get("/api/products?search=bazin")).json();
  const made = await page.request.post("/api/conversations", {
    data: { productId: products[0].id, sellerId: products[0].sellerId },
  });
  const { conversation } = await made.json();
  await page.goto(`/c/${conversation.id}`);
  await page.getByRole("button", { name: "Bonjour, est-il encore disponible" }).click();
  await expect(ibrahim.composer()).toHaveValue(/^Bonjour, est-il encore disponible/);
  await expect(ibrahim.composer()).toBeFocused();
  await ibrahim.composer().fill("");
});

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
