// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";

/**
 * Where something that the server keeps is for this page. On another site the server asks for a token, which an address
 * alone does not have: there it is fetched, and its bytes have an address for as long as they are shown.
 */
export function useServed(address: string | undefined): string | undefined {
  const client = usePalabre();
  const [held, setHeld] = useState<{ readonly of: string; readonly at: string }>();
  const fetched = client.elsewhere && address?.startsWith("/") === true;

  useEffect(() => {
    if (!fetched || address === undefined) return;
    let made: string | undefined;
    let gone = false;
    client.fetchFile(address).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setHeld({ of: address, at: made });
      },
      // nothing is shown in its place
      () => undefined,
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [client, fetched, address]);

  if (!fetched) return address;
  return held?.of === address ? held?.at : undefined;
}
