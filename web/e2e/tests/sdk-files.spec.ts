// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from "node:crypto";
import { type Message, memoryStorage, type Palabre } from "../../sdk/src/index.js";
import { asked, expect, messages, test } from "./programs.js";

const sent = (client: Palabre, id: string, clientId: string) =>
  messages(client, id).find((message) => message.clientId === clientId);

/** The bytes behind what a message carries, as somebody may fetch them. */
async function fetched(url: string, username: string, message: Message | undefined): Promise<Buffer> {
  const answer = await asked(url, username, message?.attachments?.[0]?.url ?? "/none");
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

test("a small file goes in one go, ahead of its message, and is found with it", async ({
  as,
  grouped,
  url,
}) => {
  const [admin, manager] = [await as("admin"), await as("manager")];
  const id = await grouped(admin, manager);
  const bytes = Buffer.from("prix;quantité\n12;3\n");
  const file = { blob: new Blob([bytes], { type: "text/csv" }), name: "prix.csv" };
  const { clientId } = admin.send(id, "", { files: [file] });
  await expect
    .poll(() => sent(manager, id, clientId)?.attachments)
    .toMatchObject([{ name: "prix.csv", kind: "file", size: bytes.length }]);
  const message = sent(manager, id, clientId);
  expect(await fetched(url, "manager", message)).toEqual(bytes);
  const page = await manager.files(id);
  expect(page.attachments).toEqual([{ attachment: message?.attachments?.[0], messageId: message?.id }]);
  expect((await manager.files(id, { kind: "image" })).attachments).toEqual([]);
});

test("a large file goes in pieces, through an answer that is lost and the end of the program", async ({
  as,
  grouped,
  url,
}) => {
  const manager = await as("manager");
  const storage = memoryStorage();
  const bytes = Buffer.from(randomBytes(1_250_000).toString("hex"));
  const offsets: string[] = [];
  let broken = false;
  const admin = await as("admin", {
    storage,
    fetch: async (input, init) => {
      const offset = new Headers(init?.headers).get("upload-offset");
      if (offset === null) return fetch(input, init);
      if (offsets.length >= 2) throw new TypeError("The network is gone.");
      offsets.push(offset);
      const answer = await fetch(input, init);
      if (broken) return answer;
      broken = true;
      throw new TypeError("The answer is lost.");
    },
  });
  const id = await grouped(admin, manager);
  const file = { blob: new Blob([bytes]), name: "plan.txt" };
  const { clientId, files } = admin.send(id, "Le plan", { files: [file] });
  await expect.poll(() => offsets).toEqual(["0", "524288"]);
  await expect
    .poll(() => admin.get().pending.find((one) => one.clientId === clientId)?.files?.[0]?.uploaded)
    .toBe(2 * 524_288);
  admin.stop();

  const again: string[] = [];
  await as("admin", {
    storage,
    fetch: (input, init) => {
      const offset = new Headers(init?.headers).get("upload-offset");
      if (offset !== null) again.push(offset);
      return fetch(input, init);
    },
  });
  await expect.poll(() => sent(manager, id, clientId)?.attachments?.[0]?.size).toBe(bytes.length);
  expect(again).toEqual(["1048576", "1572864", "2097152"]);
  expect(files?.length).toBe(1);
  expect((await fetched(url, "manager", sent(manager, id, clientId))).equals(bytes)).toBe(true);
});

test("a file taken out of its message is not sent, and the message goes", async ({ as, grouped }) => {
  const [admin, manager] = [
    await as("admin", {
      fetch: (input, init) =>
        String(input).includes("/api/attachments") && init?.method === "POST"
          ? Promise.reject(new TypeError("The network is gone."))
          : fetch(input, init),
    }),
    await as("manager"),
  ];
  const id = await grouped(admin, manager);
  const { clientId, files } = admin.send(id, "Sans rien", {
    files: [{ blob: new Blob(["x"]), name: "x.txt" }],
  });
  admin.dropFile(clientId, files?.[0]?.key ?? "");
  await expect.poll(() => sent(manager, id, clientId)?.content).toBe("Sans rien");
  expect(sent(manager, id, clientId)?.attachments ?? []).toEqual([]);
});

test("a file that the server does not take fails its message, with the reason", async ({ as, grouped }) => {
  const admin = await as("admin");
  const id = await grouped(admin);
  const { clientId } = admin.send(id, "Lance-le", {
    files: [{ blob: new Blob([new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3])]), name: "jeu.exe" }],
  });
  const failed = () => admin.get().pending.find((one) => one.clientId === clientId);
  await expect.poll(failed).toMatchObject({ state: "failed", error: "unsupported_type" });
  admin.discard(clientId);
  expect(failed()).toBeUndefined();
});
