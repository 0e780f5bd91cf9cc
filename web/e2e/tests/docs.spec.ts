// SPDX-License-Identifier: Apache-2.0
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import * as sdk from "../../sdk/src/index.js";
import * as node from "../../sdk/src/node/files.js";
import { expect, test } from "./people.js";

const root = join(import.meta.dirname, "../../sdk");
const pages = readdirSync(join(root, "docs")).filter((name) => name !== "README.md");
const quiet = { log() {} };

/** Somebody signed in, in a conversation in which something was said. */
async function setting(url: string) {
  const client = sdk.createPalabre({ baseUrl: url });
  await client.signIn("admin", "admin");
  await expect.poll(() => client.get().status).toBe("connected");
  const [peer] = await client.people("manager");
  const conversationId = await client.openPrivate(peer?.id ?? "");
  client.send(conversationId, "Bonjour");
  await expect.poll(() => client.get().pending.length).toBe(0);
  return { client, conversationId };
}

for (const page of pages) {
  test(`the examples of ${page} run`, async ({ url }) => {
    const text = readFileSync(join(root, "docs", page), "utf8").replaceAll("http://localhost:3000", url);
    const blocks = [...text.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code ?? "");
    expect(blocks.length).toBeGreaterThan(0);
    const { client, conversationId } = await setting(url);
    for (const block of blocks) await run(block, client, conversationId);
    client.stop();
  });
}

/** What an example imports is there; it is told nothing else. */
async function run(block: string, client: sdk.Palabre, conversationId: string): Promise<void> {
  const code = block
    .replaceAll(/import (\{[^}]*\}) from "@palabre\/sdk\/node";/g, "const $1 = node;")
    .replaceAll(/import (\{[^}]*\}) from "@palabre\/sdk";/g, "const $1 = sdk;");
  const AsyncFunction = run.constructor as new (...words: string[]) => (...given: unknown[]) => Promise<void>;
  const made: sdk.Palabre[] = [];
  const createPalabre = (options: sdk.PalabreOptions) => {
    const one = sdk.createPalabre(options);
    made.push(one);
    return one;
  };
  const names = ["sdk", "node", "client", "conversationId", "console"];
  await new AsyncFunction(...names, code)({ ...sdk, createPalabre }, node, client, conversationId, quiet);
  for (const one of made) one.stop();
}

test("the bot says back what it is told", async ({ url }) => {
  await promisify(execFile)("npm", ["run", "build"], { cwd: root });
  const { client } = await setting(url);
  const [awa] = (await client.people("awa")).filter((one) => one.username === "awa");
  const conversationId = await client.openPrivate(awa?.id ?? "");
  await client.open(conversationId);
  const folder = mkdtempSync(join(tmpdir(), "palabre-bot-"));
  const env = { ...process.env, PALABRE_URL: url, FOLDER: folder };
  const bot = spawn(process.execPath, [join(root, "examples/bot.mjs")], { env });
  const heard: string[] = [];
  for (const stream of [bot.stdout, bot.stderr]) stream.on("data", (line: Buffer) => heard.push(`${line}`));
  await expect.poll(() => heard.join("")).toContain("connected");
  const words = `Écho ${Date.now().toString(36)}`;
  client.send(conversationId, words);
  const said = () =>
    client
      .get()
      .timelines.get(conversationId)
      ?.messages.map((message) => message.content ?? "");
  await expect.poll(said).toContain(`« ${words} »`);
  const ended = new Promise((resolve) => bot.once("exit", resolve));
  bot.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
  client.stop();
});
