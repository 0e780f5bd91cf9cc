// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "./connection/connection.js";
import type { Rest } from "./rest.js";
import type { Token } from "./token.js";

/**
 * Before the session ends: the socket goes on under another token, without a break. Where there is none to be had, being
 * asked for prolongs the session that there is. What fails here is tried again by the connection once the socket has gone.
 */
export function createRenewing(token: Token, request: Connection["request"], rest: Pick<Rest, "session">) {
  return async function expiring(): Promise<void> {
    try {
      if (!(await token.renew())) await rest.session();
      else await request("authenticate", { token: token.get() ?? "" });
    } catch {
      // the server is out of reach, or whoever gives tokens is
    }
  };
}
