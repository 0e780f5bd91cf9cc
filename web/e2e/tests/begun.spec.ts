// SPDX-License-Identifier: Apache-2.0
import { looksRight } from "./look.js";
import type { Person } from "./people.js";
import { expect, test } from "./people.js";
import { desktop, phone } from "./screens.js";
import { listenTo } from "./sound.js";

const file = { name: "devis.txt", mimeType: "text/plain", buffer: Buffer.from("douze paniers") };
const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

/** By the list, which a phone has to go back to. */
async function goTo(person: Person, name: string): Promise<void> {
  const { page } = person;
  const back = page.getByRole("button", { name: "Retour" });
  const line = person.line(name).first();
  await expect(back.or(line).first()).toBeVisible();
  if (await back.isVisible()) await back.click();
  await line.click();
  await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
}

/** Two conversations, both in the list, and something said in the first. */
async function twoTalks(person: Person, first: Person, second: Person) {
  const [here, there] = [await first.name(), await second.name()];
  const said = unique("Bonjour");
  for (const [name, text] of [
    [there, unique("Là-bas")],
    [here, said],
  ] as const) {
    await person.page.goto("/");
    await person.writeTo(name);
    await person.composer().fill(text);
    await person.page.getByRole("button", { name: "Envoyer" }).click();
    await person.isSaid(text);
  }
  await person.page.goto("/");
  await goTo(person, here);
  await person.isSaid(said);
  return { here, there, said };
}

for (const [where, options] of Object.entries({ desktop, phone })) {
  test(`on a ${where}, what one is saying is still there after one has been elsewhere`, async ({
    signedIn,
  }) => {
    const moussa = await signedIn("moussa", { ...options, permissions: ["microphone"] });
    const { page } = moussa;
    const { here, there, said } = await twoTalks(moussa, await signedIn("claire"), await signedIn("sophie"));
    const recorder = page.getByRole("region", { name: "Message vocal" });
    await page.getByRole("button", { name: "Enregistrer un message vocal" }).click();
    await expect(recorder).toContainText(/Enregistrement…\s*0:(0[1-9]|[1-9]\d)/);
    await goTo(moussa, there);
    await expect(moussa.composer()).toBeVisible();
    await expect(recorder).toHaveCount(0);
    await goTo(moussa, here);
    await listenTo(recorder);
    await moussa.isSaid(said);
    const heard = page.getByRole("log").getByRole("button", { name: "Écouter" });
    const before = await heard.count();
    await recorder.getByRole("button", { name: "Envoyer" }).click();
    await expect(heard).toHaveCount(before + 1);
    await goTo(moussa, there);
    await goTo(moussa, here);
    await expect(moussa.composer()).toBeVisible();
  });

  test(`on a ${where}, files that were chosen and a change that was begun wait for one to come back`, async ({
    signedIn,
  }) => {
    const moussa = await signedIn("moussa", options);
    const { page } = moussa;
    const { here, there, said } = await twoTalks(moussa, await signedIn("claire"), await signedIn("sophie"));
    const tray = page.getByRole("list", { name: "Fichiers à envoyer" });
    await page.getByLabel("Joindre des fichiers").setInputFiles(file);
    await expect(tray).toContainText("devis.txt");
    await goTo(moussa, there);
    await expect(moussa.composer()).toBeVisible();
    await expect(tray).toHaveCount(0);
    await goTo(moussa, here);
    await expect(tray).toContainText("devis.txt");
    await tray.getByRole("button", { name: "Retirer devis.txt" }).click();
    await expect(tray).toHaveCount(0);

    await moussa.isSaid(said);
    await moussa.composer().press("ArrowUp");
    await expect(moussa.composer()).toHaveValue(said);
    await moussa.composer().fill(`${said} à tous`);
    await goTo(moussa, there);
    await expect(moussa.composer()).toHaveValue("");
    await goTo(moussa, here);
    await expect(moussa.composer()).toHaveValue(`${said} à tous`);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(moussa.message(`${said} à tous`)).toContainText("modifié");
  });
}

test("the page asks before it goes while files that were chosen would go with it", async ({ signedIn }) => {
  const moussa = await signedIn("moussa");
  const { page } = moussa;
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  await moussa.composer().click();
  await page.reload();
  await moussa.composer().click();
  expect(asked).toEqual([]);
  await page.getByLabel("Joindre des fichiers").setInputFiles(file);
  await expect(page.getByRole("list", { name: "Fichiers à envoyer" })).toBeVisible();
  await moussa.composer().click();
  await page.reload();
  await expect(moussa.composer()).toBeVisible();
  expect(asked).toEqual(["beforeunload"]);
});

test("signing out asks before messages are lost that were refused or begun, and says how many", async ({
  signedIn,
}) => {
  const sophie = await signedIn("sophie");
  const { page } = sophie;
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  await page.route("**/api/attachments?*", (route) =>
    route.fulfill({ status: 415, json: { error: { code: "unsupported_type", message: "Not this kind." } } }),
  );
  await page.getByLabel("Joindre des fichiers").setInputFiles(file);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("log").getByRole("button", { name: "Réessayer" }).last()).toBeVisible();
  await page.getByLabel("Joindre des fichiers").setInputFiles(file);
  await expect(page.getByRole("list", { name: "Fichiers à envoyer" })).toContainText("devis.txt");
  await page.getByRole("button", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Se déconnecter", exact: true }).click();
  const ask = page.getByRole("dialog", { name: "Se déconnecter quand même" });
  await expect(ask).toContainText("2 messages n’ont pas été envoyés");
  await looksRight(page, "signing-out");
  await ask.getByRole("button", { name: "Annuler" }).click();
  await expect(ask).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const failed = page.getByRole("log").getByRole("button", { name: "Réessayer" });
  await expect(failed.last()).toBeVisible();

  await page.getByRole("button", { name: "Réglages" }).click();
  await page.getByRole("button", { name: "Se déconnecter", exact: true }).click();
  await ask.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page.locator("input[autocomplete=username]")).toBeVisible();
});
