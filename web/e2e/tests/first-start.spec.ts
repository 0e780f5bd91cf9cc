// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { looksRight } from "./look.js";
import { blank } from "./pages.js";
import { test as base, expect, Person } from "./people.js";
import { Server } from "./server.js";

const PASSWORD = "savon au citron";

/** A server with nobody in it, and people in front of it who have no account yet. */
const test = base.extend<{
  registration: "open" | "closed";
  fresh: Server;
  newcomer: () => Promise<Person>;
}>({
  registration: ["closed", { option: true }],
  fresh: [
    async ({ registration }, use) => {
      const settings = { PALABRE_LIMITS_EXEMPT: "127.0.0.1", PALABRE_REGISTRATION: registration };
      const server = await Server.begin(settings, false);
      await use(server);
      await server.end();
    },
    { timeout: 300_000 },
  ],
  newcomer: async ({ browser, fresh }, use) => {
    const people: Person[] = [];
    await use(async () => {
      const person = await Person.at(browser, fresh.url);
      people.push(person);
      return person;
    });
    for (const { context } of people) await context.close();
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
});

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const create = (page: Page) => page.getByRole("button", { name: "Créer mon compte" });

/** Where one is led, and what is said there of what is wrong. */
async function isToldAt(page: Page, name: string, slip: RegExp): Promise<void> {
  await expect(field(page, name)).toBeFocused();
  await expect(field(page, name)).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, name)).toHaveAccessibleDescription(slip);
}

test("from the link that the first start prints to the first message", async ({ fresh, newcomer }) => {
  const rokia = await newcomer();
  const { page } = rokia;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const link = await fresh.setUpPath();
  const token = link.replace("/#setup=", "");
  expect(token).toHaveLength(43);

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Installez votre serveur" })).toBeVisible();
  await expect(field(page, "Jeton d’installation")).toHaveValue(token);
  await expect(page).toHaveURL(`${fresh.url}/`);
  await field(page, "Nom d’utilisateur").fill("Rokia");
  await field(page, "Nom affiché (facultatif)").fill("Rokia Traoré");
  await field(page, "Mot de passe").fill(PASSWORD);
  await expect(page.getByText("Bonne longueur")).toBeVisible();
  await page.keyboard.press("Enter");
  await rokia.comesIn();
  expect(await rokia.name()).toBe("Rokia Traoré");
  expect(asked.filter((url) => url.includes(token))).toEqual([]);

  await expect(page.getByText("palabre user add")).toBeVisible();
  await looksRight(page, "first-start-empty-list");
  await page.getByRole("button", { name: "Nouvelle discussion" }).first().click();
  await expect(page.getByRole("dialog").getByText("palabre user add")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await fresh.program(["user", "add", "moussa", "--name", "Moussa Diarra"], `${PASSWORD}\n${PASSWORD}\n`);
  const moussa = await newcomer();
  await moussa.signIn("moussa", PASSWORD);
  await rokia.writeTo("Moussa Diarra");
  await rokia.say("Bienvenue chez nous");
  await moussa.line("Rokia Traoré").click();
  await expect(moussa.message("Bienvenue chez nous")).toBeVisible();

  const late = await newcomer();
  await late.page.goto(link);
  await expect(late.page.getByText("Ce serveur est déjà installé.")).toBeVisible();
  await expect(late.page.getByRole("button", { name: /compte|Installer/ })).toHaveCount(0);
});

test("a wrong token is told where it stands, and nobody is made by it", async ({ fresh, newcomer }) => {
  const { page } = await newcomer();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Installez votre serveur" })).toBeVisible();
  await create(page).click();
  await isToldAt(page, "Jeton d’installation", /Collez le jeton/);
  await expect(field(page, "Nom d’utilisateur")).toHaveAccessibleDescription(/Choisissez un nom/);
  await expect(field(page, "Mot de passe")).toHaveAccessibleDescription(/au moins 8 caractères/);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(create(page)).toBeInViewport({ ratio: 1 });
  await looksRight(page, "set-up-slips");

  await field(page, "Jeton d’installation").fill("ceci-n-est-pas-le-jeton");
  await field(page, "Nom d’utilisateur").fill("rokia");
  await field(page, "Mot de passe").fill(PASSWORD);
  await create(page).click();
  await isToldAt(page, "Jeton d’installation", /n’est pas le jeton du dernier démarrage/);
  const health = await page.request.get("/api/health");
  expect((await health.json()).registration).toBe("setup");

  const link = await fresh.setUpPath();
  await field(page, "Jeton d’installation").fill(` ${link.replace("/#setup=", "")} `);
  await create(page).click();
  await expect(page.getByRole("heading", { level: 2, name: "Discussions" })).toBeVisible();
});

test.describe("where registration is open", () => {
  test.use({ registration: "open" });

  test("somebody makes an account in a second browser, after a name that is taken", async ({
    fresh,
    newcomer,
  }) => {
    const rokia = await newcomer();
    await rokia.page.goto(await fresh.setUpPath());
    await field(rokia.page, "Nom d’utilisateur").fill("rokia");
    await field(rokia.page, "Mot de passe").fill(PASSWORD);
    await create(rokia.page).click();
    await rokia.comesIn();

    const moussa = await newcomer();
    const { page } = moussa;
    await page.goto("/");
    await page.getByRole("button", { name: "Créer un compte" }).click();
    await expect(field(page, "Nom d’utilisateur")).toBeFocused();
    await expect(field(page, "Jeton d’installation")).toHaveCount(0);
    await field(page, "Nom d’utilisateur").fill("rokia");
    await field(page, "Mot de passe").fill("court");
    await expect(page.getByText("Trop court")).toBeVisible();
    await create(page).click();
    await isToldAt(page, "Mot de passe", /au moins 8 caractères/);
    await field(page, "Mot de passe").fill(PASSWORD);
    await create(page).click();
    await isToldAt(page, "Nom d’utilisateur", /déjà ce nom/);
    await field(page, "Nom d’utilisateur").fill("moussa");
    await field(page, "Nom affiché (facultatif)").fill("Moussa Diarra");
    await create(page).click();
    await moussa.comesIn();
    await moussa.writeTo("rokia");
    await moussa.say("Me voici");
    await rokia.line("Moussa Diarra").click();
    await expect(rokia.message("Me voici")).toBeVisible();
    expect((await (await page.request.get("/api/auth/session")).json()).user.role).toBe("user");
  });

  test("the SDK makes accounts, and says which field is wrong", async ({ fresh, newcomer }) => {
    const { context } = await newcomer();
    const page = await blank(context, fresh.url);
    const setupToken = (await fresh.setUpPath()).replace("/#setup=", "");
    const made = await page.evaluate(
      ([setupToken, password]) => client.register({ username: "rokia", password, setupToken }),
      [setupToken, PASSWORD] as const,
    );
    expect(made).toMatchObject({ username: "rokia", displayName: "rokia", role: "admin" });
    await page.waitForFunction(() => client.get().status === "connected");
    const refused = (newcomer: { username: string; password: string; setupToken?: string }) =>
      page.evaluate(
        (wish) => client.register(wish).catch(({ code, field, status }) => ({ code, field, status })),
        newcomer,
      );
    const password = PASSWORD;
    expect(await refused({ username: "eve", password, setupToken })).toMatchObject({
      field: "setupToken",
      status: 403,
    });
    expect(await refused({ username: "Eve!", password })).toMatchObject({ field: "username" });
    expect(await refused({ username: "eve", password: "court" })).toMatchObject({ field: "password" });
    expect(await refused({ username: "rokia", password })).toMatchObject({ code: "username_taken" });
  });
});

const sizes = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

for (const [size, device] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    const locale = size === "desktop" ? "fr-FR" : "en-GB";
    base(`making an account: ${size}, ${colorScheme}, ${locale}`, async ({ browser, url }) => {
      const options = { ...device, colorScheme, locale, reducedMotion: "reduce" as const };
      const { page, context, complaints } = await Person.at(browser, url, options);
      await page.goto("/");
      await page.getByRole("button", { name: /^(Créer un compte|Create an account)$/ }).click();
      await page.locator("input[autocomplete=username]").fill("é");
      await page.locator("input[autocomplete=new-password]").fill(PASSWORD);
      await page.locator("button[type=submit]").click();
      await expect(page.locator("input[autocomplete=username]")).toBeFocused();
      await looksRight(page, `create-account-${size}-${colorScheme}`);
      await context.close();
      expect(complaints).toEqual([]);
    });
  }
}
