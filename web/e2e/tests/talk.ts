// SPDX-License-Identifier: Apache-2.0
import { expect, type Person } from "./people.js";

/** A conversation of these two with so many messages, one of them to be found, said just now. */
export async function talk(one: Person, other: string, messages: readonly string[]) {
  const { request } = one.page;
  const { users } = await (await request.get(`/api/users?search=${other}`)).json();
  const made = await request.post("/api/conversations", { data: { type: "private", userId: users[0].id } });
  const { conversation } = await made.json();
  const path = `/api/conversations/${conversation.id}/messages`;
  const said: { id: string }[] = [];
  for (const content of messages)
    said.push((await (await request.post(path, { data: { content } })).json()).message);
  return { id: conversation.id as string, said };
}

/** A group of these two, in which nothing was said, and of which nothing waits in the composer. */
export async function group(one: Person, other: string, title: string): Promise<string> {
  const { request } = one.page;
  const { users } = await (await request.get(`/api/users?search=${other}`)).json();
  const data = { type: "group", title, memberIds: [users[0].id] };
  return (await (await request.post("/api/conversations", { data })).json()).conversation.id;
}

/** Until the search, which follows what is said, has this in so many messages. */
export async function isFound(by: Person, words: string, count: number): Promise<void> {
  const asked = async () => (await by.page.request.get("/api/search", { params: { q: words } })).json();
  await expect.poll(async () => (await asked()).results.length).toBe(count);
}

export const many = (word: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
