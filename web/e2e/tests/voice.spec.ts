// SPDX-License-Identifier: Apache-2.0
import type { Locator, Page } from "@playwright/test";
import { looksRight } from "./look.js";
import { expect, test } from "./people.js";
import { desktop, phone } from "./screens.js";
import { listenTo } from "./sound.js";

const recorder = (page: Page) => page.getByRole("region", { name: "Message vocal" });

async function record(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Enregistrer un message vocal" }).click();
  await expect(recorder(page)).toBeFocused();
  await expect(recorder(page)).toContainText(/Enregistrement…\s*0:(0[1-9]|[1-9]\d)/);
  return recorder(page);
}

for (const [where, options] of Object.entries({ desktop, phone }))
  test(`on a ${where}, one speaks, listens, and it is heard at the other end`, async ({ signedIn }) => {
    const awa = await signedIn("awa", { ...options, permissions: ["microphone"] });
    const claire = await signedIn("claire");
    const { page } = awa;
    await awa.writeTo(await claire.name());
    await claire.writeTo(await awa.name());
    const first = `avant ${where} ${Date.now().toString(36)}`;
    await claire.say(first);
    await claire.isSaid(first);
    const heard = claire.page.getByRole("log").getByRole("button", { name: "Écouter" });
    const before = await heard.count();

    const speaking = await record(page);
    await speaking.getByRole("button", { name: "Arrêter" }).click();
    await listenTo(speaking);
    await looksRight(page, `recorded-${where}`);
    await speaking.getByRole("button", { name: "Envoyer" }).click();
    await expect(recorder(page)).toHaveCount(0);
    if (where === "desktop") await expect(awa.composer()).toBeFocused();
    await expect(heard).toHaveCount(before + 1);
    await listenTo(claire.page.getByRole("log"));

    // without listening first; and not at all
    await (await record(page)).getByRole("button", { name: "Envoyer" }).click();
    await expect(heard).toHaveCount(before + 2);
    await record(page);
    await looksRight(page, `recording-${where}`);
    await recorder(page).getByRole("button", { name: "Annuler" }).click();
    await expect(awa.composer()).toBeVisible();
    const after = `après ${where} ${Date.now().toString(36)}`;
    await awa.composer().fill(after);
    await page.getByRole("button", { name: "Envoyer" }).click();
    await expect(claire.message(after)).toBeVisible();
    await expect(heard).toHaveCount(before + 2);
  });

test("a microphone that may not be used is explained, and the way back is there", async ({ signedIn }) => {
  const sophie = await signedIn("sophie");
  const { page } = sophie;
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "Enregistrer un message vocal" }).click();
  await expect(recorder(page)).toContainText("Le micro est bloqué");
  await looksRight(page, "microphone-refused");
  await recorder(page).getByRole("button", { name: "Annuler" }).click();
  await expect(sophie.composer()).toBeFocused();
});
