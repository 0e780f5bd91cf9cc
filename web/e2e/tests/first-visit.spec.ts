// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { expect, test } from "./people.js";

test("one visit is enough: without a network the app opens, reads, and sends later", async ({ signedIn }) => {
  const moussa = await signedIn("moussa", { serviceWorkers: "allow" });
  const mariam = await signedIn("mariam");
  await mariam.writeTo(await moussa.name());
  const said = `Le cuir est arrivé ${Date.now().toString(36)}`;
  await mariam.say(said);
  const name = await mariam.name();
  await expect(moussa.line(name)).toContainText(said);
  await expect.poll(() => keptIn(moussa.page)).toBe(true);

  await moussa.context.setOffline(true);
  await moussa.page.reload();
  await moussa.line(name).click();
  await expect(moussa.message(said)).toHaveCount(1);
  await expect(moussa.page.getByText("vos messages partiront").filter({ visible: true })).toBeVisible();
  const answer = `Je passe demain ${Date.now().toString(36)}`;
  await moussa.say(answer);
  await expect(moussa.receipt(answer, "Envoi en cours")).toBeVisible();

  await moussa.context.setOffline(false);
  await expect(mariam.message(answer)).toHaveCount(1);
  await expect(moussa.receipt(answer, "Lu")).toBeVisible();
});

/** Whether the page, its files and the words of every conversation in sight are with the browser. */
function keptIn(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    if (!navigator.serviceWorker.controller) return false;
    const held = await new Promise<{ messages?: unknown[] }[]>((resolve, reject) => {
      const opening = indexedDB.open("palabre");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asking = opening.result.transaction("cache").objectStore("cache").getAll();
        asking.onsuccess = () => resolve(asking.result);
      };
    });
    const conversations = held.filter((one) => one.messages !== undefined);
    return conversations.length > 0 && conversations.every((one) => one.messages?.length);
  });
}
