// SPDX-License-Identifier: Apache-2.0
import { Refused } from "./refused.js";
import type { Rest } from "./rest.js";

const A_MOMENT = 1_000;

/**
 * Whether the server still knows who one is, or cannot be asked. Who has just changed the password in another tab has
 * another cookie in a moment, so it is asked twice.
 */
export async function stillKnown(rest: Pick<Rest, "session">): Promise<boolean> {
  if (await isKnown(rest)) return true;
  await new Promise((resolve) => setTimeout(resolve, A_MOMENT));
  return isKnown(rest);
}

function isKnown(rest: Pick<Rest, "session">): Promise<boolean> {
  return rest.session().then(
    () => true,
    (error: unknown) => !(error instanceof Refused) || error.status !== 401,
  );
}
