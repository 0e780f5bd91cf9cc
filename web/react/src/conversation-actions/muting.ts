// SPDX-License-Identifier: Apache-2.0

/** Until when a conversation is silent that is silent for good, as the server writes it. */
export const ALWAYS = "9999-12-31T00:00:00Z";
