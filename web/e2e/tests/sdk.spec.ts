// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { type Id, selfOf } from "../../sdk/src/index.js";
import { blank, connected, signIn } from "./pages.js";
import { expect, test } from "./people.js";
import { idOf, program, unique, words } from "./programs.js";

test("ten messages written offline in two conversations go out once and in order from another tab", async ({
  browser,
  url,
}) => {
  const manager = await program(url, "manager");
  const context = await browser.newContext();
  const page = await blank(context, url);
  await signIn(page, "admin");
  const managerId = selfOf(manager.get())?.id ?? "";
  const group = await page.evaluate(async (id) => client.createGroup("Quai 4", [id]), managerId);
  const pair = await page.evaluate(async (id) => client.openPrivate(id), managerId);
  for (const id of [group, pair]) {
    await expect.poll(() => manager.get().conversations.has(id)).toBe(true);
    await manager.open(id);
  }
  const said = Array.from({ length: 10 }, (_, i) => unique(`Hors ligne ${i}`));
  await context.setOffline(true);
  await page.evaluate(
    ([first, second, all]) => {
      for (const [i, text] of all.entries()) client.send(i % 2 === 0 ? first : second, text);
    },
    [group, pair, said] as const,
  );
  await page.close();
  await context.setOffline(false);
  const other = await blank(context, url);
  await connected(other);
  const heard = (id: Id) => words(manager, id).filter((text) => said.includes(text));
  await expect.poll(() => heard(group)).toEqual(said.filter((_, i) => i % 2 === 0));
  await expect.poll(() => heard(pair)).toEqual(said.filter((_, i) => i % 2 === 1));
  await expect.poll(() => other.evaluate(() => client.get().pending.length)).toBe(0);
  await context.close();
  manager.stop();
});

test("two tabs and a phone agree on what is unread", async ({ browser, url }) => {
  const manager = await program(url, "manager");
  const [desk, phone] = await Promise.all([browser.newContext(), browser.newContext()]);
  const first = await blank(desk, url);
  await signIn(first, "admin");
  const second = await blank(desk, url);
  await connected(second);
  const third = await blank(phone, url);
  await signIn(third, "admin");
  const id = await manager.openPrivate(await idOf(manager, "admin"));
  const before = await unread(first, id);
  manager.send(id, unique("Un"));
  manager.send(id, unique("Deux"));
  for (const page of [first, second, third]) await waitForUnread(page, id, before + 2);
  await second.evaluate((one) => client.markRead(one), id);
  for (const page of [first, second, third]) await waitForUnread(page, id, 0);
  const totals = () =>
    Promise.all([first, second, third].map((page) => page.evaluate(() => palabre.unreadTotal(client.get()))));
  await expect.poll(async () => new Set(await totals()).size).toBe(1);
  const leaders = () => Promise.all([first, second].map((page) => page.evaluate(() => client.get().leading)));
  await expect.poll(leaders).toEqual([true, false]);
  await first.close();
  await second.waitForFunction(() => client.get().leading);
  await Promise.all([desk.close(), phone.close()]);
  manager.stop();
});

async function unread(page: Page, id: Id): Promise<number> {
  return page.evaluate((one) => {
    const entry = client.get().conversations.get(one);
    return entry ? palabre.unreadOf(entry) : 0;
  }, id);
}

async function waitForUnread(page: Page, id: Id, count: number): Promise<void> {
  await page.waitForFunction(
    ([one, wanted]) => {
      const entry = client.get().conversations.get(one);
      return entry !== undefined && palabre.unreadOf(entry) === wanted;
    },
    [id, count] as const,
  );
}

test("a draft is in the other tab even without a network, and on the phone with one", async ({
  browser,
  url,
}) => {
  const [desk, phone] = await Promise.all([browser.newContext(), browser.newContext()]);
  const first = await blank(desk, url);
  await signIn(first, "admin");
  const second = await blank(desk, url);
  const third = await blank(phone, url);
  await signIn(third, "admin");
  const id = await first.evaluate(async () => {
    const [peer] = await client.people("manager");
    return client.openPrivate(peer?.id ?? "");
  });
  const text = unique("Brouillon");
  await desk.setOffline(true);
  await first.evaluate(([one, draft]) => client.saveDraft(one, draft), [id, text] as const);
  const shows = ([one, draft]: readonly [string, string]) => palabre.draftOf(client.get(), one) === draft;
  await second.waitForFunction(shows, [id, text] as const);
  await desk.setOffline(false);
  await third.waitForFunction(shows, [id, text] as const);
  await Promise.all([desk.close(), phone.close()]);
});

test("conversations, messages and people open without a network, and are gone after signing out", async ({
  browser,
  url,
}) => {
  const context = await browser.newContext();
  const page = await blank(context, url);
  await signIn(page, "admin");
  const text = unique("À relire");
  const id = await page.evaluate(async (said) => {
    const [peer] = await client.people("manager");
    const conversation = await client.openPrivate(peer?.id ?? "");
    await client.open(conversation);
    client.send(conversation, said);
    return conversation;
  }, text);
  const kept = async () => page.evaluate(readCache, id);
  await expect.poll(kept).toContain(text);
  await page.close();

  await context.route(/socket\.io|\/api\//, (route) => route.abort("internetdisconnected"));
  const offline = await blank(context, url);
  const seen = await offline.evaluate((one) => {
    const state = client.get();
    const messages = state.timelines.get(one)?.messages.flatMap((message) => message.content ?? []);
    return { status: state.status, messages, people: state.people.size };
  }, id);
  expect(seen.messages).toContain(text);
  expect(seen.people).toBeGreaterThan(1);
  expect(seen.status).not.toBe("connected");

  await context.unroute(/socket\.io|\/api\//);
  await connected(offline);
  await offline.evaluate(() => client.signOut());
  await expect.poll(() => offline.evaluate(readCache, id)).toBe("");
  await context.close();
});

/** All that the browser's database has of that conversation, as text. */
async function readCache(id: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("palabre");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = await new Promise<unknown[]>((resolve) => {
    const request = database.transaction("cache").objectStore("cache").getAll();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  const texts = all.map((one) => JSON.stringify(one)).filter((one) => one.includes(id));
  return texts.join("");
}
