// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRest } from "./rest.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A network that takes what is asked and never says anything, until it is told that nobody waits. */
const silent: typeof fetch = (_, init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

const rest = createRest({
  baseUrl: "",
  token: { get: () => undefined, renew: async () => false },
  fetch: silent,
});

test("a question that is never answered ends, and may be asked again", async () => {
  const asked = expect(rest.session()).rejects.toMatchObject({ code: "unreachable", retryable: true });
  await vi.advanceTimersByTimeAsync(30_000);
  await asked;
});

test("bytes have longer, and end with it or when they are given up", async () => {
  const ended = vi.fn();
  const { signal } = new AbortController();
  const first = rest.continueUpload("u", 0, new Blob(["x"]), signal).catch(ended);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(120_000);
  await first;
  expect(ended).toHaveBeenCalledOnce();

  const stop = new AbortController();
  const second = rest.continueUpload("u", 0, new Blob(["x"]), stop.signal).catch(ended);
  stop.abort();
  await second;
  expect(ended).toHaveBeenCalledTimes(2);
});

test("whoever may make no more accounts for now is told so at once, with the field of what is wrong", async () => {
  const limited = { code: "rate_limited", retryable: true, retryAfterMs: 1_000, field: "username" };
  const strict = createRest({
    baseUrl: "",
    token: { get: () => undefined, renew: async () => false },
    fetch: async () => Response.json(limited, { status: 429 }),
  });
  const asked = strict.register({ username: "rokia", password: "savon au citron" });
  await expect(asked).rejects.toMatchObject(limited);
});
