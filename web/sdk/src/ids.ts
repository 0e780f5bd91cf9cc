// SPDX-License-Identifier: Apache-2.0

let latest = 0;

/**
 * A UUID of version 7, each later than the one before, so that sorting them gives the order in which they were made. Not
 * `crypto.randomUUID`: browsers have that over https only, and a LAN may be plain http.
 */
export function newClientId(): string {
  latest = Math.max(Date.now(), latest + 1);
  const now = latest;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
