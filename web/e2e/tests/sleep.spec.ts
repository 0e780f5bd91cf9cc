// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

const unique = (text: string) => `${text} ${Date.now().toString(36)}`;
const HOURS = 9 * 60 * 60 * 1_000;

test("after a night of sleep, all that was said is there without a reload", async ({ signedIn }) => {
  const sleeper = await signedIn("sophie");
  const awake = await signedIn("mariam");
  await sleeper.writeTo(await awake.name());
  await awake.writeTo(await sleeper.name());
  const evening = unique("Bonne nuit");
  await awake.say(evening);
  await expect(sleeper.message(evening)).toBeVisible();
  await sleeper.page.evaluate(() => {
    Object.assign(globalThis, { neverReloaded: true });
  });

  // the lid closes: no script runs any more, and the network is gone
  const devtools = await sleeper.context.newCDPSession(sleeper.page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  await sleeper.context.setOffline(true);
  const words = Array.from({ length: 12 }, (_, hour) => unique(`Il est ${hour} h`));
  for (const text of words) await awake.say(text);

  // and opens in the morning: the clock has jumped
  await sleeper.context.setOffline(false);
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await sleeper.page.evaluate((passed) => {
    const { now } = Date;
    Date.now = () => now() + passed;
    dispatchEvent(new Event("focus"));
    document.dispatchEvent(new Event("visibilitychange"));
  }, HOURS);
  for (const text of words) await expect(sleeper.message(text)).toHaveCount(1);
  await expect(sleeper.page.getByText("Connecté en temps réel")).toBeVisible();
  const morning = unique("Bonjour, bien dormi");
  await sleeper.say(morning);
  await expect(awake.message(morning)).toHaveCount(1);
  expect(await sleeper.page.evaluate(() => "neverReloaded" in globalThis)).toBe(true);
});

test("three tabs of one person say the same: what is written, what is read, and how much is not", async ({
  signedIn,
}) => {
  const one = await signedIn("jean-paul");
  const other = await signedIn("mariam");
  const otherName = await other.name();
  await one.writeTo(otherName);
  const { page, context } = one;
  const tabs = [page, await context.newPage(), await context.newPage()];
  for (const tab of tabs.slice(1)) await tab.goto("/");
  const lineIn = (tab: typeof page) =>
    tab.getByRole("list", { name: "Discussions" }).getByRole("link", { name: otherName });
  await other.writeTo(await one.name());

  const written = unique("D’un seul onglet");
  await one.say(written);
  for (const tab of tabs) await expect(lineIn(tab)).toContainText(written);
  await expect(other.message(written)).toHaveCount(1);

  await page.goto("/");
  const news = unique("Vu partout");
  await other.say(news);
  for (const tab of tabs) await expect(lineIn(tab)).toContainText("non lu");
  await tabs[1]?.bringToFront();
  await lineIn(tabs[1] ?? page).click();
  for (const tab of tabs) await expect(lineIn(tab)).not.toContainText("non lu");
  await expect(other.receipt(news, "Lu")).toBeVisible();
});

test("written without a network in a tab that is then closed: delivered once, by the next one", async ({
  signedIn,
}) => {
  const one = await signedIn("jean-paul");
  const other = await signedIn("mariam");
  await one.writeTo(await other.name());
  await other.writeTo(await one.name());
  await one.context.setOffline(true);
  await expect(one.page.getByText("vos messages partiront").filter({ visible: true })).toBeVisible();
  const late = unique("Écrit dans le tunnel");
  await one.say(late);
  await one.page.close();
  await one.context.setOffline(false);
  const again = await one.context.newPage();
  await again.goto("/");
  await expect(other.message(late)).toHaveCount(1);
  await expect(other.receipt(late, "Lu")).toHaveCount(0);
  await again.reload();
  await expect(again.getByText("Connecté en temps réel")).toBeVisible();
  await expect(other.message(late)).toHaveCount(1);
});
