// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { createPalabre, indexedDbOutbox } from "@palabre/sdk";

/** The app's one client: same origin, session cookie, unsent messages in the browser's database. */
export function browserClient(): Palabre {
  return createPalabre({ outbox: indexedDbOutbox() });
}
