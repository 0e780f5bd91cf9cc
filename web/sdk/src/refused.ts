// SPDX-License-Identifier: Apache-2.0

/** The server's "no", or the network's (`unreachable`): the same over REST and over the socket. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(
    readonly code: string,
    message: string,
    readonly retryable: boolean,
    readonly status = 0,
    /** When to try again, where the server says so (`rate_limited`). */
    readonly retryAfterMs?: number,
    /** Which field of what was asked is wrong, where the server says so. */
    readonly field?: string,
  ) {
    super(message);
  }

  static unreachable(): Refused {
    return new Refused("unreachable", "The server does not answer.", true);
  }
}
