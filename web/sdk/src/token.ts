// SPDX-License-Identifier: Apache-2.0

/** A bearer token, or where to get one: asked at the start, before it expires, and when the server does not take it. */
export type TokenSource = string | (() => Promise<string | undefined>);

export interface Token {
  get(): string | undefined;
  set(token: string | undefined): void;
  /** Asks for another, once for all who wait; false where there is none to be had. */
  renew(): Promise<boolean>;
}

export function createToken(source: TokenSource | undefined): Token {
  let token = typeof source === "string" ? source : undefined;
  let asking: Promise<boolean> | undefined;

  async function ask(from: () => Promise<string | undefined>): Promise<boolean> {
    const next = await from();
    if (next === undefined) return false;
    token = next;
    return true;
  }

  return {
    get: () => token,
    set(next) {
      token = next;
    },
    renew() {
      if (typeof source !== "function") return Promise.resolve(false);
      asking ??= ask(source).finally(() => {
        asking = undefined;
      });
      return asking;
    },
  };
}
