// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";
import { group } from "./talk.js";

const TRIES = 30;

test("a message sent in the instant in which the page reloads is there once", async ({ signedIn }) => {
  test.setTimeout(600_000);
  const admin = await signedIn("admin");
  const { page } = admin;
  const person = await signedIn("admin");
  const words = Array.from({ length: TRIES }, (_, i) => `Recharge ${Date.now().toString(36)} ${i}.`);
  const id = await group(admin, "manager", words[0] ?? "");
  await page.goto(`/c/${id}`);
  await person.page.goto(`/c/${id}`);
  const composer = page.getByRole("textbox", { name: "Écrire un message" });
  for (const text of words) {
    await composer.fill(text);
    await Promise.all([page.waitForEvent("load"), page.evaluate(enterAndReload)]);
    await expect(composer).toBeVisible();
  }
  for (const text of words.slice(-5)) await expect(person.message(text)).toHaveCount(1);
  await expect(composer).toHaveValue("");
  await expect.poll(async () => said(await contents(), words)).toEqual(words);

  async function contents(): Promise<(string | undefined)[]> {
    const answer = await page.request.get(`/api/conversations/${id}/messages?limit=100`);
    return (await answer.json()).messages.map((message: { content?: string }) => message.content);
  }
});

/** Of these words, those that were said, as often and in the order they were. */
function said(contents: readonly (string | undefined)[], words: readonly string[]): (string | undefined)[] {
  return contents.filter((content) => words.includes(content ?? ""));
}

/** Enter and the end of the page, in one task of the browser: nothing slower than that task gets done. */
function enterAndReload(): void {
  const area = document.querySelector("textarea");
  area?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  location.reload();
}
