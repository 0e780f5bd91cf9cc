// SPDX-License-Identifier: Apache-2.0
import { createPalabre, type Status } from "../../sdk/src/index.js";
import { passwordOf } from "./people.js";
import { expect, messages, program, say, selfId, test, unique, words } from "./programs.js";
import { Server } from "./server.js";

test("what is said too fast for the server is said when it wants to hear it, all of it, once and in order", async () => {
  test.setTimeout(300_000);
  const server = await Server.begin({ PALABRE_LIMITS_COMMANDS: "5" });
  await tooFast(server.url).finally(() => server.end());
});

async function tooFast(url: string): Promise<void> {
  const admin = await program(url, "admin");
  const manager = await program(url, "manager");
  const id = await manager.createGroup(unique("Quai"), [selfId(admin)]);
  await expect.poll(() => admin.get().conversations.has(id)).toBe(true);
  await admin.open(id);
  const said = Array.from({ length: 40 }, (_, i) => `Vite ${i}`);
  for (const text of said) admin.send(id, text);
  await expect.poll(() => words(admin, id), { timeout: 60_000 }).toEqual(said);
  await expect.poll(() => admin.get().pending).toEqual([]);

  const [last] = messages(admin, id).slice(-1);
  if (!last) throw new Error("Nothing was said.");
  const faces = ["👍", "❤️", "😂", "😮", "😢", "🙏", "🎉", "🔥"];
  await Promise.all(faces.map((face) => admin.react(last, face)));
  const there = async () => (await admin.message(last.id)).reactions?.map(({ emoji }) => emoji).sort();
  await expect.poll(there).toEqual([...faces].sort());
  for (const one of [admin, manager]) one.stop();
}

test("a program whose session was ended goes on under another token", async ({ as, grouped, url }) => {
  const { given, token } = tokensOf("awa", url);
  const awa = createPalabre({ baseUrl: url, token });
  const ibrahim = await as("ibrahim");
  expect((await awa.resume())?.username).toBe("awa");
  await expect.poll(() => awa.get().status).toBe("connected");
  const id = await grouped(ibrahim, awa);
  await say(awa, id, unique("Avant"));
  expect(given.length).toBe(1);

  const seen = new Set<Status>();
  const ended = new Set<string>();
  awa.subscribe(() => {
    seen.add(awa.get().status);
    ended.add(awa.get().session.is);
  });
  const headers = { authorization: `Bearer ${given[0]}` };
  expect((await fetch(`${url}/api/auth/logout`, { method: "POST", headers })).ok).toBe(true);
  await expect.poll(() => given.length).toBeGreaterThan(1);
  await expect.poll(() => awa.get().status).toBe("connected");
  const text = unique("Après");
  awa.send(id, text);
  await expect.poll(() => words(ibrahim, id)).toContain(text);
  expect(seen).not.toContain("refused");
  expect([...ended]).toEqual(["signedIn"]);
  awa.stop();
});

test("a program renews its token before its session ends, and its socket stays", async () => {
  const server = await Server.begin({ PALABRE_LIMITS_EXEMPT: "127.0.0.1", PALABRE_SESSION_LIFE: "66s" });
  await renewed(server.url).finally(() => server.end());
});

async function renewed(url: string): Promise<void> {
  const { given, token } = tokensOf("awa", url);
  const awa = createPalabre({ baseUrl: url, token });
  await awa.resume();
  await expect.poll(() => awa.get().status).toBe("connected");
  const seen = new Set<Status>();
  awa.subscribe(() => seen.add(awa.get().status));

  // a minute before it ends
  await expect.poll(() => given.length).toBeGreaterThanOrEqual(2);
  await expect.poll(() => sessionOf(url, given[1])).toBe(200);
  // the session that it came with is over; the one it has renewed to carries the socket
  const headers = { authorization: `Bearer ${given[0]}` };
  expect((await fetch(`${url}/api/auth/logout`, { method: "POST", headers })).ok).toBe(true);
  await expect.poll(() => sessionOf(url, given[0])).toBe(401);
  const ibrahim = await program(url, "ibrahim");
  const id = await ibrahim.openPrivate(selfId(awa));
  const text = unique("Toujours là");
  ibrahim.send(id, text);
  await awa.open(id);
  await expect.poll(() => words(awa, id)).toContain(text);
  expect([...seen]).toEqual(["connected"]);
  for (const one of [awa, ibrahim]) one.stop();
}

const sessionOf = async (url: string, token = "") =>
  (await fetch(`${url}/api/users/me`, { headers: { authorization: `Bearer ${token}` } })).status;

/** Signs in anew whenever a token is asked for. */
function tokensOf(username: string, url: string) {
  const given: string[] = [];
  const token = async () => {
    const login = await fetch(`${url}/api/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password: passwordOf(username) }),
    });
    const { token: fresh } = (await login.json()) as { token: string };
    given.push(fresh);
    return fresh;
  };
  return { given, token };
}
