// SPDX-License-Identifier: Apache-2.0
import type { Person } from "./people.js";

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

export const many = (word: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
