// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "react";
import { usePalabre } from "../provider/PalabreProvider.js";
import { useServed } from "../served/useServed.js";
import type { ShownFile } from "./shown.js";

/** Where the bytes of a file are: with the server, or still here. */
export function useAddress({ key, attachment, pending }: ShownFile, small = false): string | undefined {
  const client = usePalabre();
  const [local, setLocal] = useState<string>();
  const served = useServed(small ? (attachment?.thumbnailUrl ?? attachment?.url) : attachment?.url);
  const here = pending !== undefined && attachment === undefined;

  useEffect(() => {
    if (!here) return;
    let address: string | undefined;
    let gone = false;
    void client.fileOf(key).then((blob) => {
      if (!blob || gone) return;
      address = URL.createObjectURL(blob);
      setLocal(address);
    });
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [client, here, key]);

  return attachment ? served : local;
}
