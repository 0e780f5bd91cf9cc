// SPDX-License-Identifier: Apache-2.0
import type { Id, Palabre } from "@palabre/sdk";

/** Where the messenger shows a conversation, on the server's own pages. */
export function addressIn(client: Palabre, conversationId: Id): string {
  return `${client.baseUrl}/c/${encodeURIComponent(conversationId)}`;
}
