// SPDX-License-Identifier: Apache-2.0
import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, type Locator, type Page, test } from "@playwright/test";
import { Shop } from "./shop.js";

// The components without any property that says where to: on another site's page, everything happens on that page.

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let shop: Shop;

test.beforeAll(async () => {
  shop = await Shop.open();
});

test.afterAll(() => shop?.close());

async function tokenOf(request: APIRequestContext, username: string, password = "demo") {
  const answer = await request.post(`${shop.server.url}/api/auth/login`, { data: { username, password } });
  return (await answer.json()) as { token: string; user: { id: string } };
}

/** A product's page, as somebody whom the shop let in. */
async function visit(page: Page, more: Record<string, string> = {}, username = "claire"): Promise<string> {
  const { token, user } = await tokenOf(page.request, username);
  const asked = { server: shop.server.url, token, user: user.id, product: "sac-cuir", seller: "moussa" };
  await page.goto(`${shop.origin}/product.html?${new URLSearchParams({ ...asked, ...more })}`);
  await expect(page.getByText("Connecté en temps réel").first()).toBeVisible();
  return page.url();
}

const write = (page: Page) => page.getByRole("button", { name: /Nom du vendeur/ });
const bell = (page: Page) => page.getByRole("button", { name: /non lu/ });
const seller = (within: Page | Locator) => within.getByRole("heading", { level: 2, name: "Moussa Traoré" });

for (const [device, viewport] of Object.entries({
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
})) {
  test(`the button opens the conversation over the page, and closing it leaves one where one was, on a ${device}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const address = await visit(page);
    await write(page).click();
    const panel = page.getByRole("dialog", { name: "Messages" });
    await expect(seller(panel)).toBeVisible();
    const text = `Toujours là ? ${device}`;
    await panel.getByRole("textbox", { name: "Écrire un message" }).fill(text);
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("log").getByText(text)).toBeVisible();
    expect(page.url()).toBe(address);
    const { width = 0 } = (await panel.boundingBox()) ?? {};
    expect(width).toBe(Math.min(viewport.width, 440));
    await panel.getByRole("button", { name: "Retour" }).click();
    await expect(panel.getByRole("link", { name: /Moussa Traoré/ })).toBeVisible();
    await panel.getByRole("button", { name: "Fermer" }).first().click();
    await expect(panel).toBeHidden();
    await expect(write(page)).toBeFocused();
    expect(page.url()).toBe(address);

    await write(page).click();
    await expect(seller(panel)).toBeVisible();
    const field = panel.getByRole("textbox", { name: "Écrire un message" });
    await expect(field).toBeFocused();
    expect((await field.boundingBox())?.height).toBeGreaterThan(40);
  });
}

test("the bell opens all conversations over the page, and Escape closes them", async ({ page }) => {
  const address = await visit(page);
  await bell(page).click();
  const panel = page.getByRole("dialog", { name: "Messages" });
  await expect(panel.getByRole("heading", { level: 2, name: "Discussions" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(bell(page)).toBeFocused();
  expect(page.url()).toBe(address);
});

test("where the messenger stands on the page, conversations open in it and it alone tells what arrives", async ({
  page,
}) => {
  const address = await visit(page, { messenger: "1" });
  const messenger = page.locator("#messenger");
  await expect(messenger.getByRole("list", { name: "Discussions" })).toBeVisible();
  await write(page).click();
  await expect(seller(messenger)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Nouveaux messages" })).toHaveCount(1);
  expect(page.url()).toBe(address);
});

test("the page keeps its own main part and heading, and what belongs to a password is not offered", async ({
  page,
}) => {
  await visit(page, { messenger: "1" });
  await expect(page.getByRole("region", { name: "Messages", exact: true })).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
  await page.getByRole("navigation").getByRole("button", { name: "Réglages" }).click();
  const settings = page.getByRole("dialog", { name: "Réglages" });
  await expect(settings.getByRole("textbox", { name: "Nom" })).toBeVisible();
  await expect(settings.getByRole("button", { name: "Changer de mot de passe" })).toHaveCount(0);
  await expect(settings.getByRole("button", { name: "Se déconnecter" })).toHaveCount(0);
});

/** What some pages say of all that is in them, or of each heading and button; it comes last and would win a draw. */
const LOUD = `
  #page { text-align: center; letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase; text-indent: 20px;
    font: italic small-caps 700 22px / 2.4 serif; white-space: pre; color: red; text-shadow: 1px 1px red; }
  h1, h2, h3 { color: red; font: 900 40px / 2 serif; letter-spacing: 4px; margin: 30px; text-align: right; }
  p, li, label { color: red; font: 28px serif; margin: 20px; }
  button { border: 3px solid red; padding: 20px; background: yellow; color: red; text-transform: uppercase; }
`;

const READ = [
  "textAlign",
  "letterSpacing",
  "wordSpacing",
  "textTransform",
  "textIndent",
  "font",
  "whiteSpace",
] as const;
const PAINTED = ["color", "textShadow", "margin", "padding", "border", "backgroundColor"] as const;

/** How everything in the messenger looks, element by element. */
function styles(page: Page) {
  return page
    .locator("#messenger .palabre")
    .first()
    .evaluate(
      (root, read) =>
        [...root.querySelectorAll("*")].map((element) => {
          const style = getComputedStyle(element);
          return [element.tagName, ...read.map((name) => style[name])].join(" | ");
        }),
      [...READ, ...PAINTED],
    );
}

test("a page's way with its text, its headings and its buttons ends where the messenger begins", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page, { messenger: "1" });
  await write(page).click();
  await expect(seller(page)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Écrire un message" })).toBeFocused();
  await expect(page.getByText("Début de la discussion")).toBeVisible();
  const quiet = await styles(page);
  await page.addStyleTag({ content: LOUD });
  await expect(page.locator("#page")).toHaveCSS("text-align", "center");
  expect(await styles(page)).toEqual(quiet);
});

test("the sections have their names whole in whatever font there is", async ({ page }) => {
  await visit(page, { messenger: "1" });
  await page.addStyleTag({ content: ".palabre { --font: 'DejaVu Sans', monospace; }" });
  for (const width of [1200, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const cut = await page
      .getByRole("navigation")
      .locator("button span")
      .evaluateAll(
        (labels) =>
          labels.filter(
            (one) =>
              one.scrollWidth > one.clientWidth + 1 || getComputedStyle(one).textOverflow === "ellipsis",
          ).length,
      );
    expect(cut).toBe(0);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`over the page it keeps to the rules of accessibility, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await visit(page);
    await write(page).click();
    await expect(seller(page.getByRole("dialog"))).toBeVisible();
    await page.screenshot({ path: `../test-results/screens/in-place-${colorScheme}.png` });
    const { violations } = await new AxeBuilder({ page }).include("dialog").withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))])).toEqual([]);
  });
}
