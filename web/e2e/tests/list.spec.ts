// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";
import { box } from "./standing.js";

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

/** How long the app waits for the server's hello before it asks for the list without it. */
const HELLO_WITHIN = 1_000;

test("the list is asked for once when the app opens, and again after a cut", async ({ signedIn }) => {
  const { page, context } = await signedIn("claire");
  const lists: string[] = [];
  let greeted = 0;
  page.on(
    "request",
    (request) => /\/api\/conversations(\?|$)/.test(request.url()) && lists.push(request.url()),
  );
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      if (String(payload).startsWith('42["authenticated"')) greeted ||= Date.now();
    }),
  );
  const opened = Date.now();
  await page.reload();
  await expect(page.getByText("Connecté en temps réel")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect.poll(() => greeted).toBeGreaterThan(opened);
  const asked = lists.length;
  // a machine so slow that the hello is late sees it before and after
  expect([1, greeted - opened < HELLO_WITHIN ? 1 : 2]).toContain(asked);
  await context.setOffline(true);
  await expect(page.getByText("Déconnecté")).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => lists.length).toBe(asked + 1);
});

test("on a tablet held upright every filter is in sight or in the menu", async ({ signedIn }) => {
  const { page } = await signedIn("admin", { viewport: { width: 820, height: 1180 } });
  const filters = page.getByRole("group", { name: "Afficher" });
  await expect
    .poll(() => filters.evaluate((one) => one.scrollWidth - Math.ceil(one.getBoundingClientRect().width)))
    .toBeLessThanOrEqual(0);
  await filters.getByRole("button", { name: "Plus" }).click();
  await page.getByRole("menuitemradio", { name: "Groupes" }).click();
  await expect(filters.getByRole("button", { name: "Groupes" })).toHaveAttribute("aria-pressed", "true");
});

test("a new message moves its line up, and not the one under the pointer", async ({ signedIn }) => {
  const mariam = await signedIn("mariam");
  const ibrahim = await signedIn("ibrahim");
  const { page } = mariam;
  const { user } = await (await page.request.get("/api/users/me")).json();
  const made = await ibrahim.page.request.post("/api/conversations", { data: { userId: user.id } });
  const { conversation } = await made.json();
  const say = (content: string) =>
    ibrahim.page.request.post(`/api/conversations/${conversation.id}/messages`, { data: { content } });
  const list = page.getByRole("list", { name: "Discussions" });
  const lines = list.getByRole("link");
  const line = list.locator(`a[href="/c/${conversation.id}"]`);
  await say("Un");
  await expect(line).toBeVisible();
  const id = (
    await list.locator(`a:not([href="/c/${conversation.id}"])`).first().getAttribute("href")
  )?.slice(3);
  await page.request.post(`/api/conversations/${id}/messages`, { data: { content: "Bonjour" } });
  await expect(lines.first()).toHaveAttribute("href", `/c/${id}`);

  const held = list.locator(`a[href="/c/${id}"]`);
  await held.hover();
  const top = async (one: typeof held) => Math.round((await box(one)).y);
  const before = await top(held);
  await say("Deux");
  await expect.poll(() => top(line)).toBeLessThan(before);
  expect(await top(held)).toBe(before);
  await page.mouse.move(900, 500);
  await expect.poll(() => top(held)).toBeGreaterThan(before);
});
