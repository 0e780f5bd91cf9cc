// SPDX-License-Identifier: Apache-2.0
import type { Id, Presence } from "@palabre/sdk";
import { presenceOf } from "@palabre/sdk";
import { useEffect } from "react";
import { usePalabre, usePalabreState } from "../provider/PalabreProvider.js";

/** How somebody is, followed for as long as the component is there; nothing while nothing is known. */
export function usePresence(userId: Id | undefined): Presence | undefined {
  const client = usePalabre();
  useEffect(() => (userId === undefined ? undefined : client.watchPresence([userId])), [client, userId]);
  return usePalabreState((state) => (userId === undefined ? undefined : presenceOf(state, userId)));
}
