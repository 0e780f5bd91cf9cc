// SPDX-License-Identifier: Apache-2.0
// One process, many clients. Takes commands as JSON lines, tells answers, operations and events as JSON lines.
// It ends when its input does, so it never outlives whoever started it.
import { createInterface } from "node:readline";
import { LiveClient } from "./live-client.mjs";

const clients = new Map();
const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");

function clientNamed(name) {
  if (!clients.has(name)) clients.set(name, new LiveClient(name, say));
  return clients.get(name);
}

async function obey({ id, client, action, args }) {
  try {
    say({ answer: id, value: (await clientNamed(client)[action](args)) ?? null });
  } catch (error) {
    say({ answer: id, error: error.message });
  }
}

createInterface({ input: process.stdin })
  .on("line", (line) => obey(JSON.parse(line)))
  .on("close", () => process.exit(0));
