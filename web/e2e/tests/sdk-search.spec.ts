// SPDX-License-Identifier: Apache-2.0
import { expect, say, selfId, test, unique } from "./programs.js";

test("words are found wherever one may see them, by what a message says now", async ({ as, grouped }) => {
  const [admin, manager, awa] = [await as("admin"), await as("manager"), await as("awa")];
  const [id, elsewhere] = [await grouped(admin, manager), await grouped(admin)];
  const word = unique("Étagère").replace(" ", "");
  const said = await say(manager, id, `Une ${word} en chêne`);
  const noted = await say(admin, elsewhere, `${word} ?`);
  const find = async (client: typeof admin, more = {}) =>
    (await client.search({ q: word.toLowerCase().replace("é", "e"), ...more })).results;
  const ids = async (client: typeof admin, more = {}) =>
    (await find(client, more)).map(({ message }) => message.id);

  await expect.poll(() => ids(admin)).toEqual([noted.id, said.id]);
  const [found] = await find(admin, { conversationId: id });
  expect(found).toMatchObject({
    conversationId: id,
    message: { id: said.id },
    highlights: [[4, 4 + word.length]],
  });
  expect(await ids(admin, { senderId: selfId(admin) })).toEqual([noted.id]);
  expect(await ids(manager)).toEqual([said.id]);
  expect(await ids(awa)).toEqual([]);

  const page = await admin.search({ q: word, limit: 1 });
  expect(page.results.map(({ message }) => message.id)).toEqual([noted.id]);
  expect(await ids(admin, { cursor: page.nextCursor, limit: 1 })).toEqual([said.id]);

  await manager.edit(said, "Une table");
  await expect.poll(() => ids(admin)).toEqual([noted.id]);
  await admin.deleteForAll(noted);
  await expect.poll(() => ids(admin)).toEqual([]);
});
