// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";
import { isFound, many, talk } from "./talk.js";

test("the way back from a quoted message goes when one has come back oneself", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id, said } = await talk(awa, "sophie", [`Source ${mark}`, ...many(`pas ${mark}`, 90)]);
  await page.request.post(`/api/conversations/${id}/messages`, {
    data: { content: `Réponse ${mark}`, replyTo: said[0]?.id },
  });
  await page.goto(`/c/${id}`);
  const log = page.getByRole("log");
  const back = page.getByRole("button", { name: "Revenir où vous étiez" });
  await expect(awa.message(`Réponse ${mark}`)).toBeInViewport();
  await log.getByRole("button", { name: "Aller au message" }).last().click();
  await expect(awa.message(`Source ${mark}`).first()).toBeInViewport();
  await expect(back).toBeVisible();
  await expect(async () => {
    await log.focus();
    await page.keyboard.press("End");
    await expect(awa.message(`Réponse ${mark}`)).toBeInViewport({ timeout: 2_000 });
  }).toPass();
  await expect(back).toHaveCount(0);
  await log.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -400);
    await expect(page.getByRole("button", { name: "Aller aux derniers messages" })).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  await expect(back).toHaveCount(0);
});

test("what one says after a jump far back is seen at the end, where it stands", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const { page } = awa;
  const mark = Date.now().toString(36);
  const { id } = await talk(awa, "sophie", [`Ancien ${mark}`, ...many(`pas ${mark}`, 130), `fin ${mark}`]);
  await isFound(awa, `ancien ${mark}`, 1);
  await page.goto(`/c/${id}`);
  await expect(awa.message(`fin ${mark}`)).toBeInViewport();
  await page.getByRole("searchbox", { name: "Rechercher", exact: true }).fill(`ancien ${mark}`);
  await page.getByRole("list", { name: "Messages" }).getByRole("button").first().click();
  await expect(awa.message(`Ancien ${mark}`)).toBeInViewport();
  const words = `Et moi ${mark}`;
  await awa.composer().fill(words);
  await awa.composer().press("Enter");
  await expect(awa.receipt(words, "Envoyé")).toBeInViewport();
  await expect(awa.message(`fin ${mark}`)).toBeInViewport();
});
