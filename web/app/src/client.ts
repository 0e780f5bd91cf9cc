// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { browserStorage, createPalabre } from "@palabre/sdk";

/**
 * The app's one client; what is unsent is kept in the browser. The server is the one that served the page, unless
 * `<meta name="palabre-server" content="https://…">` names another, or `VITE_WEBSOCKET_URL` when the app was built.
 */
export function browserClient(): Palabre {
  return createPalabre({ storage: browserStorage(), baseUrl: serverAddress(document, import.meta.env) });
}

/** Empty for the server that served the page. */
export function serverAddress(page: Document, built: { readonly VITE_WEBSOCKET_URL?: string }): string {
  const named = page.querySelector<HTMLMetaElement>('meta[name="palabre-server"]')?.content;
  return (named || built.VITE_WEBSOCKET_URL || "").replace(/\/+$/, "");
}
