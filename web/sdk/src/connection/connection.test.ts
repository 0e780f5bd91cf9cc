// SPDX-License-Identifier: Apache-2.0
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import type { Status } from "../state/state.js";
import { createConnection } from "./connection.js";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A connection to a server that does this with whoever comes. */
async function connectionTo(server: (socket: Socket) => void) {
  const came: Socket[] = [];
  const listening = createServer((socket) => {
    came.push(socket.on("error", () => undefined));
    server(socket);
  }).listen(0, "127.0.0.1");
  await once(listening, "listening");
  const said: Status[] = [];
  const connection = createConnection({
    baseUrl: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    token: { get: () => "t", renew: async () => false },
    onStatus: (status) => said.push(status),
    onEvent() {},
    onClosedByServer() {},
  });
  ends.push(() => {
    connection.stop();
    for (const socket of came) socket.destroy();
    listening.close();
  });
  connection.start();
  return { connection, said, came };
}

it("tries at once when it is told to, and not when it is over", async () => {
  const { connection, said, came } = await connectionTo((socket) => socket.destroy());
  await vi.waitFor(() => expect(said.at(-1)).toBe("offline"), 20_000);
  const before = came.length;
  connection.hurry();
  expect(said.at(-1)).toBe("connecting");
  await vi.waitFor(() => expect(came.length).toBeGreaterThan(before), 20_000);

  connection.stop();
  const length = said.length;
  connection.hurry();
  expect(said).toHaveLength(length);
});

it("does not wait for a try that hangs", async () => {
  const { connection, came } = await connectionTo(() => undefined);
  // given up by itself after ten seconds only
  await vi.waitFor(
    () => {
      connection.hurry();
      expect(came.length).toBeGreaterThan(1);
    },
    { timeout: 8_000, interval: 200 },
  );
}, 20_000);
