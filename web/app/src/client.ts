// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { browserStorage, createPalabre } from "@palabre/sdk";

/**
 * The app's one client; what is unsent is kept in the browser. The server is the one that served the page,
 * unless `<meta name="palabre-server" content="https://…">` names another.
 */
export function browserClient(): Palabre {
  const elsewhere = document.querySelector<HTMLMetaElement>('meta[name="palabre-server"]')?.content;
  return createPalabre({ storage: browserStorage(), ...(elsewhere && { baseUrl: elsewhere }) });
}
