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
  expect(admin.get().pending).toEqual([]);

  const [last] = messages(admin, id).slice(-1);
  if (!last) throw new Error("Nothing was said.");
  const faces = ["👍", "❤️", "😂", "😮", "😢", "🙏", "🎉", "🔥"];
  await Promise.all(faces.map((face) => admin.react(last, face)));
  const there = async () => (await admin.message(last.id)).reactions?.map(({ emoji }) => emoji).sort();
  expect(await there()).toEqual([...faces].sort());
  for (const one of [admin, manager]) one.stop();
}

test("a program whose session was ended goes on under another token", async ({ as, grouped, url }) => {
  const given: string[] = [];
  const token = async () => {
    const login = await fetch(`${url}/api/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "awa", password: passwordOf("awa") }),
    });
    const { token: fresh } = (await login.json()) as { token: string };
    given.push(fresh);
    return fresh;
  };
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
