// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";
import { atRest } from "./standing.js";

const MANY = 300;

test("much that is unread is opened where one stopped reading, and read on from there", async ({
  signedIn,
}) => {
  test.setTimeout(300_000);
  const claire = await signedIn("claire");
  const awa = await signedIn("awa");
  const mark = Date.now().toString(36);
  const { user } = await (await claire.page.request.get("/api/auth/session")).json();
  const opened = await awa.page.request.post("/api/conversations", {
    data: { type: "private", userId: user.id },
  });
  const { id } = (await opened.json()).conversation;
  const say = (content: string) =>
    awa.page.request.post(`/api/conversations/${id}/messages`, { data: { content } });
  await say(`lu ${mark}`);
  const { page } = claire;
  const unread = async () =>
    (await (await page.request.get(`/api/conversations/${id}`)).json()).me.unreadCount;
  await page.goto(`/c/${id}`);
  await expect(claire.message(`lu ${mark}`)).toBeVisible();
  await expect.poll(unread).toBe(0);
  await page.locator("ul[aria-label=Discussions] a").nth(1).click();
  for (let i = 1; i <= MANY; i++) await say(`${mark} ${i}.`);

  const pages: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes(`${id}/messages?`)) pages.push(new URL(request.url()).search);
  });
  await page.goto(`/c/${id}`);
  await expect(claire.message(`${mark} 1.`)).toBeInViewport();
  await expect(claire.message(`lu ${mark}`)).toBeAttached();
  await expect(page.getByText(`${MANY} nouveaux messages`)).toBeInViewport();
  await expect(claire.message(`${mark} ${MANY}.`)).toHaveCount(0);

  await page.getByRole("log").hover();
  const seen = new Set<number>();
  await expect(async () => {
    // where one wheel has led before the next one turns: a slow machine would go past what it has not drawn
    await atRest(page.getByRole("log").locator("[data-index]").first());
    const texts = await page.getByRole("log").locator("[dir=auto]").allInnerTexts();
    for (const text of texts) seen.add(Number(new RegExp(`${mark} (\\d+)\\.`).exec(text)?.[1] ?? 0));
    await page.mouse.wheel(0, 400);
    expect(seen.has(MANY)).toBe(true);
  }).toPass({ timeout: 180_000, intervals: [0] });
  await page.mouse.wheel(0, 4_000);
  // nobody looked at what is older, and so nobody asked for it
  expect(
    pages.filter((asked) => asked.includes("before=")),
    pages.join(" "),
  ).toEqual([]);
  seen.delete(0);
  expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: MANY }, (_, i) => i + 1));
  await expect.poll(unread).toBe(0);
});
