// SPDX-License-Identifier: Apache-2.0
import type { Id, Palabre } from "@palabre/sdk";

/** Where the messenger shows a conversation, on the server's own pages. */
export function addressIn(client: Palabre, conversationId: Id): string {
  return `${client.baseUrl}/c/${encodeURIComponent(conversationId)}`;
}

/** Whether this page is of another site than the server. */
export function isElsewhere({ baseUrl }: Palabre): boolean {
  if (baseUrl === "" || typeof location === "undefined") return baseUrl !== "";
  return new URL(baseUrl, location.href).origin !== location.origin;
}
