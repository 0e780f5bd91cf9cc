// SPDX-License-Identifier: Apache-2.0
import type { Health, Palabre } from "@palabre/sdk";
import { useEffect, useState } from "react";

/** What server this is, once it has said so. */
export function useHealth(client: Palabre): Health | undefined {
  const [health, setHealth] = useState<Health>();
  useEffect(() => {
    client.health().then(setHealth, () => setHealth(undefined));
  }, [client]);
  return health;
}
