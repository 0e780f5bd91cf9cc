// SPDX-License-Identifier: Apache-2.0
import {
  conversationList,
  draftOf,
  type Id,
  isMuted,
  isUnread,
  type Palabre,
  presenceOf,
  selfOf,
  unreadTotal,
} from "../../sdk/src/index.js";
import { expect, messages, say, selfId, test, unique } from "./programs.js";

const ALWAYS = "9999-12-31T00:00:00Z";

function entryOf(client: Palabre, id: Id) {
  const entry = client.get().conversations.get(id);
  if (!entry) throw new Error("The conversation is not held.");
  return entry;
}

const listed = (client: Palabre, id: Id) =>
  conversationList(client.get()).some((entry) => entry.conversation.id === id);

test("what one arranges on one device is so on the other", async ({ as, grouped }) => {
  const [admin, phone, manager] = [await as("admin"), await as("admin"), await as("manager")];
  const id = await grouped(manager, admin, phone);
  const me = () => entryOf(phone, id).me;

  await admin.changeMe(id, { pinned: true });
  await expect.poll(() => me().pinned).toBe(true);
  await admin.changeMe(id, { pinned: false, mutedUntil: ALWAYS });
  await expect.poll(() => isMuted(entryOf(phone, id))).toBe(true);
  expect(me().pinned).toBe(false);

  const before = unreadTotal(phone.get());
  await say(manager, id, unique("Chut"));
  await expect.poll(() => entryOf(phone, id).conversation.lastOrd).toBe(1);
  expect(unreadTotal(phone.get())).toBe(before);
  await admin.changeMe(id, { mutedUntil: null });
  await expect.poll(() => isMuted(entryOf(phone, id))).toBe(false);
  expect(unreadTotal(phone.get())).toBe(before + 1);

  admin.markRead(id);
  await expect.poll(() => isUnread(entryOf(phone, id))).toBe(false);
  await admin.changeMe(id, { markedUnread: true });
  await expect.poll(() => isUnread(entryOf(phone, id))).toBe(true);
  phone.markRead(id);
  await expect.poll(() => isUnread(entryOf(admin, id))).toBe(false);

  await admin.changeMe(id, { archived: true });
  await expect.poll(() => me().archived).toBe(true);
  await say(manager, id, unique("Revenez"));
  await expect.poll(() => me().archived).toBe(false);
});

test("what was typed a moment before signing out waits where one signs in next", async ({ as, grouped }) => {
  const [admin, phone, manager] = [await as("admin"), await as("admin"), await as("manager")];
  const id = await grouped(manager, admin, phone);
  const text = unique("À demain");
  admin.saveDraft(id, text);
  await admin.signOut();
  await expect.poll(() => draftOf(phone.get(), id)).toBe(text);
});

test("a draft is on the other device, and gone from it once it is sent", async ({ as, grouped }) => {
  const [admin, phone] = [await as("admin"), await as("admin")];
  const id = await grouped(admin, phone);
  const text = unique("À dem");
  admin.saveDraft(id, text);
  await expect.poll(() => draftOf(phone.get(), id)).toBe(text);
  phone.send(id, `${text}ain`);
  await expect.poll(() => draftOf(admin.get(), id) ?? "").toBe("");
});

test("a conversation deleted for oneself comes back empty with the next message", async ({ as, grouped }) => {
  const [admin, phone, manager] = [await as("admin"), await as("admin"), await as("manager")];
  const id = await grouped(manager, admin, phone);
  await say(manager, id, unique("Ancien"));
  await admin.clearConversation(id);
  for (const one of [admin, phone]) await expect.poll(() => listed(one, id)).toBe(false);
  const fresh = await say(manager, id, unique("Nouveau"));
  for (const one of [admin, phone]) {
    await expect.poll(() => listed(one, id)).toBe(true);
    await one.loadLatest(id);
    expect(messages(one, id).map((message) => message.id)).toEqual([fresh.id]);
  }
  expect(messages(manager, id).filter((message) => message.ord).length).toBe(2);
});

test("whom one watches comes, says how they are, and goes", async ({ as }) => {
  const [admin, awa] = [await as("admin"), await as("awa")];
  const id = selfId(awa);
  const stop = admin.watchPresence([id]);
  const seen = () => presenceOf(admin.get(), id);
  await expect.poll(() => seen()?.isOnline).toBe(true);
  await awa.setStatus({ status: "busy", statusText: "En réunion" });
  await expect.poll(seen).toMatchObject({ status: "busy", statusText: "En réunion" });
  await awa.setStatus({ status: "invisible" });
  await expect.poll(() => seen()?.isOnline).toBe(false);
  await awa.setStatus({ status: "available", statusText: "" });
  await expect.poll(() => seen()?.isOnline).toBe(true);
  awa.stop();
  await expect.poll(() => seen()?.isOnline).toBe(false);
  stop();
  await expect.poll(seen).toBeUndefined();
});

test("a profile changes for oneself on this device at once, and for others when they ask", async ({ as }) => {
  const [awa, admin] = [await as("awa"), await as("admin")];
  const before = selfOf(awa.get())?.displayName ?? "";
  const name = unique("Awa");
  await awa.updateProfile({ displayName: name, readReceipts: false });
  expect(selfOf(awa.get())).toMatchObject({ displayName: name, readReceipts: false });
  expect((await admin.people(name)).map((user) => user.id)).toEqual([selfId(awa)]);
  await awa.updateProfile({ displayName: before, readReceipts: true });
});

test("a group is renamed, joined, led and left", async ({ as, grouped }) => {
  const [admin, manager, awa] = [await as("admin"), await as("manager"), await as("awa")];
  const id = await grouped(manager, admin);
  const members = (client: Palabre) =>
    entryOf(client, id)
      .conversation.members.map(({ user, role }) => `${user.username} ${role}`)
      .sort();
  const title = unique("Quai 7");
  await manager.rename(id, title);
  await expect.poll(() => entryOf(admin, id).conversation.title).toBe(title);
  await manager.setRole(id, selfId(admin), "admin");
  await expect.poll(() => members(admin)).toEqual(["admin admin", "manager owner"]);
  await admin.addMembers(id, [selfId(awa)]);
  await expect.poll(() => awa.get().conversations.has(id)).toBe(true);
  await expect.poll(() => members(manager)).toEqual(["admin admin", "awa member", "manager owner"]);
  await admin.removeMember(id, selfId(awa));
  await expect.poll(() => awa.get().conversations.has(id)).toBe(false);
  await admin.leave(id);
  await expect.poll(() => admin.get().conversations.has(id)).toBe(false);
  await expect.poll(() => members(manager)).toEqual(["manager owner"]);
});

test("a conversation about a product is one, with its seller", async ({ as }) => {
  const admin = await as("admin");
  const [product] = (await admin.products("")).filter(({ sellerId }) => sellerId !== selfId(admin));
  if (!product) throw new Error("The catalogue is empty.");
  expect(await admin.product(product.id)).toEqual(product);
  const id = await admin.openProduct(product.id, product.sellerId);
  expect(await admin.openProduct(product.id, product.sellerId)).toBe(id);
  expect(entryOf(admin, id).conversation).toMatchObject({ type: "product", product: { id: product.id } });
  await admin.open(id);
  await say(admin, id, unique("Toujours disponible ?"));
  await expect(admin.openProduct(product.id, selfId(admin))).rejects.toMatchObject({ name: "Refused" });
  expect(await admin.find(id)).toBe(true);
});
