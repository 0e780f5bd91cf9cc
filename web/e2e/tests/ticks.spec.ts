// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

// The ticks of a line in the list are those of the conversation, whether it is open or not.

test("a line tells that what was said from another device has come, and that it was read, without being opened", async ({
  signedIn,
  url,
  browser,
}) => {
  const writer = await signedIn("sophie");
  const reader = await signedIn("claire");
  const [mine, theirs] = [await writer.name(), await reader.name()];
  await writer.writeTo(theirs);
  await writer.say("Bonjour Claire");
  const id = writer.page.url().split("/").at(-1);
  // something else is on the screen
  await writer.writeTo(await nameOf("awa"));
  const elsewhere = await browser.newContext({ baseURL: url });
  await elsewhere.request.post("/api/auth/login", { data: { username: "sophie", password: "demo" } });
  const sent = await elsewhere.request.post("/api/messages/send", {
    data: { conversationId: id, content: "Depuis le téléphone", clientId: "ticks-1" },
  });
  expect(sent.ok()).toBe(true);
  const tick = (name: string) => writer.line(theirs).getByRole("img", { name, exact: true });
  await expect(writer.line(theirs)).toContainText("Depuis le téléphone");
  await expect(tick("Distribué")).toBeVisible();
  await reader.line(mine).click();
  await expect(reader.message("Depuis le téléphone")).toBeVisible();
  await expect(tick("Lu")).toBeVisible();
  await elsewhere.close();

  async function nameOf(username: string): Promise<string> {
    const answer = await writer.page.request.get(`/api/users?search=${username}`);
    return (await answer.json()).users[0].displayName;
  }
});
