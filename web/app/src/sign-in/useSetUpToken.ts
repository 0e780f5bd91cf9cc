// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "react";

/**
 * The token behind `#setup=` in the address with which the server's first start greets. It never leaves the browser with
 * the address, and is taken out of it at once.
 */
export function useSetUpToken(): string {
  const [token, setToken] = useState(inAddress);
  useEffect(() => {
    const take = () => {
      const found = inAddress();
      if (found === "") return;
      setToken(found);
      history.replaceState(history.state, "", location.pathname + location.search);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return token;
}

function inAddress(): string {
  return new URLSearchParams(location.hash.slice(1)).get("setup") ?? "";
}
