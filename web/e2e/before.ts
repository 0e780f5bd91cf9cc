// SPDX-License-Identifier: Apache-2.0
import { Server } from "./tests/server.js";

/** Before all of it the program is built and its start rehearsed, if that has to be: once, and not by each worker. */
export default async function first(): Promise<void> {
  if (process.env.PALABRE_URL) return;
  const server = await Server.begin();
  await server.end();
}
