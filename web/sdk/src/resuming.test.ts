// SPDX-License-Identifier: Apache-2.0
import { expect, it, vi } from "vitest";
import { Refused } from "./refused.js";
import { createResuming } from "./resuming.js";
import type { User } from "./shapes.js";

const awa = { id: "awa" } as User;

it("goes on asking until there is an answer, and rejects nobody who asked", async () => {
  const unreachable = vi.fn();
  let asked = 0;
  const resuming = createResuming(async () => {
    if (++asked < 3) throw Refused.unreachable();
    return awa;
  }, unreachable);
  expect(await resuming.ask()).toBeUndefined();
  await vi.waitFor(() => expect(asked).toBe(3), 20_000);
  expect(unreachable).toHaveBeenCalledTimes(2);
});

it("asks once for all who wait", async () => {
  const ask = vi.fn(async () => awa);
  const resuming = createResuming(ask, () => undefined);
  expect(await Promise.all([resuming.ask(), resuming.ask()])).toEqual([awa, awa]);
  expect(ask).toHaveBeenCalledTimes(1);
});

it("says nothing of a question that was overtaken", async () => {
  const unreachable = vi.fn();
  let fail = (_why: Refused): void => undefined;
  const resuming = createResuming(
    () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
    unreachable,
  );
  const answer = resuming.ask();
  resuming.stop();
  fail(Refused.unreachable());
  expect(await answer).toBeUndefined();
  expect(unreachable).not.toHaveBeenCalled();
});

it("does not hide what is no refusal", async () => {
  const resuming = createResuming(
    async () => Promise.reject(new TypeError("broken")),
    () => undefined,
  );
  await expect(resuming.ask()).rejects.toThrow("broken");
});
