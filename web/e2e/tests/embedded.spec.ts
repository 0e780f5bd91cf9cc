// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from "@playwright/test";
import { Shop } from "./shop.js";
import { box } from "./standing.js";

let shop: Shop;

test.beforeAll(async () => {
  shop = await Shop.open();
});

test.afterAll(() => shop?.close());

/** The page of the shop, and the messenger in it once its button is pressed. */
async function visit(page: Page): Promise<void> {
  const answer = await page.request.post(`${shop.server.url}/api/auth/login`, {
    data: { username: "admin", password: "admin" },
  });
  const { token } = await answer.json();
  await page.goto(`${shop.origin}/?${new URLSearchParams({ server: shop.server.url, token })}`);
}

async function ask(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ask us" }).click();
  await expect(page.getByRole("link", { name: /Awa Koné/ })).toBeVisible();
}

/** A picture of one red point. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** How the page's own things look. */
const looks = (page: Page, selectors = ["html", "body", "h1", "p", "body > button"]) =>
  page.evaluate(
    (all) =>
      all.map((selector) => {
        const style = getComputedStyle(document.querySelector(selector) as Element);
        const { color, backgroundColor, font, margin, padding, border, boxSizing, colorScheme } = style;
        return { color, backgroundColor, font, margin, padding, border, boxSizing, colorScheme };
      }),
    selectors,
  );

test("the messenger in another site's page leaves that page as it was", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await visit(page);
  const before = await looks(page);
  await ask(page);
  await expect.poll(() => looks(page)).toEqual(before);
  expect(complaints).toEqual([]);
});

test("what a page has of its own between the provider and the components is as elsewhere on it", async ({
  page,
}) => {
  await visit(page);
  await ask(page);
  const status = page.locator("#around").getByText("Connecté");
  await expect(status).toBeVisible();
  const elsewhere = await looks(page, ["body > h1", "body > p", "body > button"]);
  await expect.poll(() => looks(page, ["#around h1", "#around p", "#around button"])).toEqual(elsewhere);
  await expect(status).toHaveCSS("font-family", /Inter/);
  await expect(status).toHaveCSS("color-scheme", "dark");
  await expect(page.locator("[lang=fr] > p", { hasText: "Connecté" })).toBeVisible();
});

test("where the server does not let the page ask, that is said in its place, and to who reads the console where to look", async ({
  page,
}) => {
  const warnings: string[] = [];
  const thrown: Error[] = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  page.on("pageerror", (error) => thrown.push(error));
  // the same shop under a name that the server was not told
  const unnamed = shop.origin.replace("127.0.0.1", "localhost");
  await page.goto(`${unnamed}/?${new URLSearchParams({ server: shop.server.url, token: "t" })}`);
  await page.getByRole("button", { name: "Ask us" }).click();
  const notice = page.locator("#chat").getByRole("alert");
  await expect(notice).toContainText("The messaging server cannot be reached.");
  await expect(page.locator("#around").getByRole("button", { name: "Réessayer" })).toBeVisible();
  const asked = page.waitForRequest(/auth\/session/);
  await notice.getByRole("button", { name: "Retry" }).click();
  await asked;
  await expect.poll(() => warnings).toEqual([expect.stringContaining(`cors.origins must name ${unnamed}`)]);
  expect(thrown).toEqual([]);
});

test("it comes by itself when a server that was not there is", async ({ page }) => {
  await visit(page);
  await shop.server.kill();
  await page.getByRole("button", { name: "Ask us" }).click();
  await expect(page.locator("#chat").getByRole("alert")).toContainText("cannot be reached");
  await shop.server.start();
  await expect(page.getByRole("link", { name: /Awa Koné/ })).toBeVisible();
  await expect(page.locator("#chat").getByRole("alert")).toBeHidden();
});

test("it fills the place it is given, in the colour that the page gives it", async ({ page }) => {
  await visit(page);
  await ask(page);
  const place = await box(page.locator("#chat"));
  await expect
    .poll(() => page.locator("#chat section[aria-label=Messages]").locator("..").boundingBox())
    .toEqual(place);
  const search = page.locator("#chat").getByRole("searchbox").first();
  await search.focus();
  await expect(search.locator("..")).toHaveCSS("border-top-color", "rgb(122, 62, 157)");
});

test("pictures and files come with the token, as the server's addresses alone show nothing there", async ({
  page,
}) => {
  const api = `${shop.server.url}/api`;
  const login = { data: { username: "admin", password: "admin" } };
  const { token } = await (await page.request.post(`${api}/auth/login`, login)).json();
  const headers = { authorization: `Bearer ${token}` };
  const call = async (method: string, path: string, data?: unknown) =>
    (await page.request.fetch(`${api}${path}`, { method, headers, data })).json();
  await call("PUT", "/users/me/picture", PICTURE);
  const { attachment } = await call("POST", "/attachments?name=point.png", PICTURE);
  const { users } = await call("GET", "/users?search=awa");
  const { conversation } = await call("POST", "/conversations", { type: "private", userId: users[0].id });
  const message = { content: "", attachments: [attachment.id] };
  await call("POST", `/conversations/${conversation.id}/messages`, message);

  await visit(page);
  await page.getByRole("button", { name: "Ask us" }).click();
  await page.getByRole("link", { name: /Awa Koné/ }).click();
  const shown = [
    page.getByRole("navigation").locator("img"),
    page.getByRole("log").getByRole("img", { name: "point.png" }).last(),
  ];
  for (const picture of shown) {
    await expect(picture).toHaveJSProperty("complete", true);
    await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
  }
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Open point.png" }).last().click();
  await page.getByRole("link", { name: "Save point.png" }).click();
  expect((await saving).suggestedFilename()).toBe("point.png");
});

test("digits are not taken from the font of the emoji", async ({ page }) => {
  await visit(page);
  await ask(page);
  await expect(async () => {
    const fonts = await fontsOf(page, "#chat time");
    expect(fonts).toHaveLength(1);
    expect(fonts[0]).not.toContain("Emoji");
  }).toPass();
});

test("in a narrow place it is as on a phone, whatever the window", async ({ page }) => {
  await visit(page);
  await page.addStyleTag({ content: "#chat { width: 400px }" });
  await ask(page);
  const line = page.getByRole("link", { name: /Awa Koné/ });
  await line.click();
  await expect(page.getByRole("heading", { level: 2, name: "Awa Koné" })).toBeVisible();
  await expect(line).toBeHidden();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  await expect(line).toBeVisible();
});

/** What the browser really draws these with. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector });
  const names = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
    for (const font of fonts) names.add(font.familyName);
  }
  return [...names];
}
