// SPDX-License-Identifier: Apache-2.0
import { type Id, type Palabre, pendingOf, receiptOf, typingIn, unreadOf } from "../../sdk/src/index.js";
import { asked, expect, messages, say, selfId, test, unique } from "./programs.js";

const held = (client: Palabre, conversationId: Id, id: Id) =>
  messages(client, conversationId).find((message) => message.id === id);

test("an edit, a reaction and a pin are so for everyone, and end for everyone", async ({ as, grouped }) => {
  const [admin, manager] = [await as("admin"), await as("manager")];
  const id = await grouped(admin, manager);
  const said = await say(admin, id, unique("Bonjour"));
  const seen = () => held(manager, id, said.id);
  await expect.poll(seen).toBeDefined();

  await admin.edit(said, "Bonsoir");
  await expect.poll(() => seen()?.content).toBe("Bonsoir");
  expect(seen()?.editedAt).toBeDefined();

  await manager.react(said, "👍");
  await admin.react(said, "👍");
  const reactions = [{ emoji: "👍", userIds: [selfId(manager), selfId(admin)] }];
  for (const one of [admin, manager])
    await expect.poll(() => held(one, id, said.id)?.reactions).toEqual(reactions);
  await manager.unreact(said, "👍");
  await admin.unreact(said, "👍");
  for (const one of [admin, manager])
    await expect.poll(() => held(one, id, said.id)?.reactions ?? []).toEqual([]);

  await manager.loadPins(id);
  await admin.pin(said);
  await expect
    .poll(() =>
      manager
        .get()
        .pins.get(id)
        ?.map((message) => message.id),
    )
    .toEqual([said.id]);
  await expect.poll(() => seen()?.pinnedBy).toBe(selfId(admin));
  await admin.loadPins(id);
  expect(
    admin
      .get()
      .pins.get(id)
      ?.map((message) => message.id),
  ).toEqual([said.id]);
  await manager.unpin(said);
  await expect.poll(() => admin.get().pins.get(id)).toEqual([]);
});

test("deleted for all it is gone for all, deleted for oneself on one's devices only", async ({
  as,
  grouped,
}) => {
  const [admin, phone, manager] = [await as("admin"), await as("admin"), await as("manager")];
  const id = await grouped(admin, phone, manager);
  const wrong = await say(admin, id, unique("Faux"));
  await admin.deleteForAll(wrong);
  for (const one of [admin, phone, manager]) {
    await expect.poll(() => held(one, id, wrong.id)?.deletedAt).toBeDefined();
    expect(held(one, id, wrong.id)?.content).toBeUndefined();
  }
  const dull = await say(manager, id, unique("Bof"));
  await expect.poll(() => held(admin, id, dull.id)).toBeDefined();
  await admin.deleteForMe(dull);
  for (const one of [admin, phone]) await expect.poll(() => held(one, id, dull.id)).toBeUndefined();
  expect((await manager.message(dull.id)).content).toBe(dull.content);
  await admin.loadLatest(id);
  expect(held(admin, id, dull.id)).toBeUndefined();
});

test("what the server refuses is taken back and thrown", async ({ as, grouped }) => {
  const [admin, manager] = [await as("admin"), await as("manager")];
  const id = await grouped(manager, admin);
  const said = await say(manager, id, unique("À moi"));
  await expect.poll(() => held(admin, id, said.id)).toBeDefined();
  await expect(admin.edit(said, "À toi")).rejects.toMatchObject({ name: "Refused", retryable: false });
  expect(held(admin, id, said.id)?.content).toBe(said.content);
});

test("a reply quotes what it answers, as that is now", async ({ as, grouped }) => {
  const [admin, manager] = [await as("admin"), await as("manager")];
  const id = await grouped(admin, manager);
  const asked = await say(admin, id, unique("Quand ?"));
  const answer = unique("Demain");
  manager.send(id, answer, { replyTo: asked.id });
  const quote = () => messages(admin, id).find(({ content }) => content === answer)?.quote;
  await expect.poll(() => quote()?.content).toBe(asked.content);
  await admin.edit(asked, "Quand viens-tu ?");
  await expect.poll(() => quote()?.content).toBe("Quand viens-tu ?");
});

test("a message is forwarded once into each conversation", async ({ as, grouped }) => {
  const [admin, manager] = [await as("admin"), await as("manager")];
  const [from, first, second] = [
    await grouped(admin, manager),
    await grouped(admin, manager),
    await grouped(admin, manager),
  ];
  const said = await say(manager, from, unique("À faire suivre"));
  await admin.forward(said, [first, second]);
  for (const id of [first, second]) {
    const there = () => messages(manager, id).filter((message) => message.content === said.content);
    await expect.poll(() => there().length).toBe(1);
    expect(there()[0]).toMatchObject({ forwarded: true, senderId: selfId(admin) });
  }
});

test("who is named counts it until it is read; the author sees who has read", async ({ as, grouped }) => {
  const [admin, manager] = [await as("admin"), await as("manager")];
  const id = await grouped(manager, admin);
  const entry = (client: Palabre) => {
    const one = client.get().conversations.get(id);
    if (!one) throw new Error("The conversation is not held.");
    return one;
  };
  const said = await say(manager, id, unique("@admin, tu es là ?"), [selfId(admin)]);
  await expect.poll(() => entry(admin).me.mentionCount).toBe(1);
  await expect.poll(() => unreadOf(entry(admin))).toBe(1);
  await expect.poll(() => receiptOf(entry(manager), said)).toBe("delivered");
  admin.markRead(id);
  expect(unreadOf(entry(admin))).toBe(0);
  await expect.poll(() => entry(admin).me.mentionCount).toBe(0);
  await expect.poll(() => receiptOf(entry(manager), said)).toBe("read");
  const told = await manager.receipts(said.id);
  expect(told).toMatchObject({ readCount: 1, memberCount: 1 });
  expect(told.receipts).toMatchObject([{ user: { username: "admin" }, read: true }]);
});

test("others see that one writes and that one stopped, oneself does not", async ({ as, grouped }) => {
  const [admin, phone, manager] = [await as("admin"), await as("admin"), await as("manager")];
  const id = await grouped(manager, admin, phone);
  admin.typing(id);
  await expect.poll(() => typingIn(manager.get(), id).length).toBe(1);
  admin.stopTyping(id);
  await expect.poll(() => typingIn(manager.get(), id).length).toBe(0);
  admin.typing(id);
  await expect.poll(() => typingIn(manager.get(), id).length).toBe(1);
  expect(typingIn(phone.get(), id)).toEqual([]);
  const words = unique("Voilà");
  const typing: number[] = [];
  manager.subscribe(() => {
    const there = messages(manager, id).some(({ content }) => content === words);
    if (there) typing.push(typingIn(manager.get(), id).length);
  });
  await say(admin, id, words);
  // it ends with the message, and not a while after it
  await expect.poll(() => typing[0]).toBe(0);
});

test("the blocked are told so, and may say it again once they are not", async ({ as }) => {
  const [awa, ibrahim] = [await as("awa"), await as("ibrahim")];
  const tablet = await as("awa");
  const id = await ibrahim.openPrivate(selfId(awa));
  await ibrahim.open(id);
  await awa.block(selfId(ibrahim));
  await expect.poll(() => tablet.get().blocked.has(selfId(ibrahim))).toBe(true);
  await tablet.loadBlocks();
  expect([...tablet.get().blocked]).toEqual([selfId(ibrahim)]);
  const { clientId } = ibrahim.send(id, unique("Allô ?"));
  await expect
    .poll(() => pendingOf(ibrahim.get(), id))
    .toMatchObject([{ state: "failed", error: "blocked" }]);
  await awa.unblock(selfId(ibrahim));
  await expect.poll(() => tablet.get().blocked.size).toBe(0);
  ibrahim.retry(clientId);
  await expect
    .poll(() => messages(ibrahim, id).filter((message) => message.clientId === clientId).length)
    .toBe(1);
  await expect.poll(() => pendingOf(ibrahim.get(), id)).toEqual([]);
});

test("what one reports of a message is with the moderators, in its words", async ({ as, grouped, url }) => {
  const [awa, ibrahim] = [await as("awa"), await as("ibrahim")];
  const id = await grouped(awa, ibrahim);
  const said = await say(ibrahim, id, unique("Gagnez 1 000 €"));
  await awa.report({ messageId: said.id, reason: "fraud", text: "Encore lui" });
  const { reports } = (await (await asked(url, "admin", "/api/admin/reports")).json()) as {
    reports: { messageId?: Id }[];
  };
  expect(reports.find(({ messageId }) => messageId === said.id)).toMatchObject({
    reporterId: selfId(awa),
    userId: selfId(ibrahim),
    excerpt: said.content,
    reason: "fraud",
    text: "Encore lui",
    state: "open",
  });
});
