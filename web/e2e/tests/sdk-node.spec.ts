// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Id, Palabre } from "../../sdk/src/index.js";
import { folderStorage } from "../../sdk/src/node/files.js";
import { expect, idOf, program, test, unique, words } from "./programs.js";
import { Server } from "./server.js";

test("ten messages written by a program without a server go out once and in order from its next run", async () => {
  const server = await Server.begin();
  const folder = await mkdtemp(join(tmpdir(), "palabre-program-"));
  await tenMessages(server, folder).finally(async () => {
    await server.end();
    await rm(folder, { recursive: true, force: true });
  });
});

async function tenMessages(server: Server, folder: string): Promise<void> {
  const admin = await program(server.url, "admin", { storage: folderStorage(folder) });
  const managerId = await idOf(admin, "manager");
  const [group, pair] = [
    await admin.createGroup(unique("Quai 5"), [managerId]),
    await admin.openPrivate(managerId),
  ];
  const said = Array.from({ length: 10 }, (_, i) => unique(`Sans serveur ${i}`));
  const [first, second] = [said.filter((_, i) => i % 2 === 0), said.filter((_, i) => i % 2 === 1)];

  await server.kill();
  for (const [i, text] of said.entries()) admin.send(i % 2 === 0 ? group : pair, text);
  admin.stop();
  await server.start();

  const manager = await program(server.url, "manager");
  for (const id of [group, pair]) await manager.open(id);
  const again = await program(server.url, "admin", { storage: folderStorage(folder) });
  const heard = (who: Palabre, id: Id) => words(who, id).filter((text) => said.includes(text));
  await expect.poll(() => heard(manager, group)).toEqual(first);
  await expect.poll(() => heard(manager, pair)).toEqual(second);
  await expect.poll(() => again.get().pending).toEqual([]);
  for (const one of [again, manager]) one.stop();
}
