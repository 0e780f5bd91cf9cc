// SPDX-License-Identifier: Apache-2.0

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

const WORKER = "/sw.js";

/** After a visit, the first included, the app opens without a network; where that cannot be, nothing is lost. */
export function worksOffline(): void {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  window.addEventListener("load", () => {
    navigator.serviceWorker.register(trusted(WORKER)).catch(() => undefined);
  });
}

/** The page's policy lets no plain text name a program. */
function trusted(url: string): string {
  const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  return types?.createPolicy("palabre", { createScriptURL: () => WORKER }).createScriptURL(url) ?? url;
}
