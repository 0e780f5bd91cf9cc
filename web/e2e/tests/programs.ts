// SPDX-License-Identifier: Apache-2.0
import {
  createPalabre,
  type Id,
  type Message,
  type Palabre,
  type PalabreOptions,
} from "../../sdk/src/index.js";
import { expect, passwordOf, test as people } from "./people.js";

export const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

/** A program without a browser, signed in and connected. */
export async function program(
  url: string,
  username: string,
  options: Partial<PalabreOptions> = {},
): Promise<Palabre> {
  const client = createPalabre({ baseUrl: url, ...options });
  await client.signIn(username, passwordOf(username));
  await expect.poll(() => client.get().status).toBe("connected");
  await expect.poll(() => client.get().list.phase).toBe("ready");
  return client;
}

export async function idOf(client: Palabre, username: string): Promise<Id> {
  const [user] = (await client.people(username)).filter((one) => one.username === username);
  if (!user) throw new Error(`There is no ${username}.`);
  return user.id;
}

/** What was said there, as far as it is held. */
export const words = (client: Palabre, id: Id) =>
  messages(client, id).flatMap(({ content }) => content ?? []);

export function messages(client: Palabre, id: Id): readonly Message[] {
  return client.get().timelines.get(id)?.messages ?? [];
}

/** Says it, and gives the message as the server has it. */
export async function say(
  client: Palabre,
  id: Id,
  content: string,
  mentions: readonly Id[] = [],
): Promise<Message> {
  client.send(id, content, { mentions });
  await expect.poll(() => words(client, id)).toContain(content);
  const said = messages(client, id).find((message) => message.content === content);
  if (!said) throw new Error(`${content} is not there.`);
  return said;
}

/** What a route says to somebody, past the SDK. */
export async function asked(url: string, username: string, path: string): Promise<Response> {
  const login = await fetch(`${url}/api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: passwordOf(username) }),
  });
  const { token } = (await login.json()) as { token: string };
  return fetch(new URL(path, url), { headers: { authorization: `Bearer ${token}` } });
}

interface Given {
  /** Signs somebody in; the program ends with the test. */
  as: (username: string, options?: Partial<PalabreOptions>) => Promise<Palabre>;
  /** A new group that those are in and have on the screen; the first one made it. */
  grouped: (...members: readonly Palabre[]) => Promise<Id>;
}

export const test = people.extend<Given>({
  as: async ({ url }, use) => {
    const made: Palabre[] = [];
    await use(async (username, options) => {
      const client = await program(url, username, options);
      made.push(client);
      return client;
    });
    for (const client of made) client.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern
  grouped: async ({}, use) => {
    await use(async (...members) => {
      const [first, ...others] = members;
      if (!first) throw new Error("A group has somebody in it.");
      const ids = others.map((one) => selfId(one));
      const id = await first.createGroup(
        unique("Quai"),
        [...new Set(ids)].filter((one) => one !== selfId(first)),
      );
      for (const one of members) {
        await expect.poll(() => one.get().conversations.has(id)).toBe(true);
        await one.open(id);
      }
      return id;
    });
  },
});

export function selfId(client: Palabre): Id {
  const { session } = client.get();
  return session.is === "signedIn" ? session.user.id : "";
}

export { expect };
