// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { patiently } from "./patience.js";
import { Refused } from "./refused.js";
import { createRenewing } from "./renewing.js";
import { createToken } from "./token.js";

describe("token", () => {
  it("is asked for once by all who wait, and again later", async () => {
    let made = 0;
    const token = createToken(async () => `t${++made}`);
    expect(token.get()).toBeUndefined();
    expect(await Promise.all([token.renew(), token.renew()])).toEqual([true, true]);
    expect(token.get()).toBe("t1");
    await token.renew();
    expect(token.get()).toBe("t2");
  });

  it("stays where no other is to be had", async () => {
    const fixed = createToken("t");
    expect(await fixed.renew()).toBe(false);
    expect(fixed.get()).toBe("t");
    expect(await createToken(async () => undefined).renew()).toBe(false);
  });
});

describe("before a session ends", () => {
  const asked: string[] = [];
  const request = async (name: string, payload: unknown) => {
    asked.push(`${name} ${JSON.stringify(payload)}`);
    return {} as never;
  };
  const rest = {
    session: async () => {
      asked.push("session");
      return {} as never;
    },
  };

  it("the socket goes on under a new token", async () => {
    asked.length = 0;
    await createRenewing(
      createToken(async () => "new"),
      request,
      rest,
    )();
    expect(asked).toEqual(['authenticate {"token":"new"}']);
  });

  it("without one, the session that there is is prolonged by using it", async () => {
    asked.length = 0;
    await createRenewing(createToken(undefined), request, rest)();
    expect(asked).toEqual(["session"]);
  });

  it("whoever cannot give a token just now does not end it", async () => {
    asked.length = 0;
    const gone = createToken(() => Promise.reject(new TypeError("The network is gone.")));
    await createRenewing(gone, request, rest)();
    expect(asked).toEqual([]);
  });
});

describe("patience", () => {
  const limited = (wait?: number) => new Refused("rate_limited", "Not so fast.", true, 429, wait);

  it("asks again after the time that the server says", async () => {
    const answers = [limited(40), limited(40)];
    const began = performance.now();
    const said = await patiently(async () => {
      const no = answers.shift();
      if (no) throw no;
      return "done";
    });
    expect(said).toBe("done");
    expect(performance.now() - began).toBeGreaterThanOrEqual(75);
  });

  it.each([
    ["a long wait", limited(60_000)],
    ["a wait of unknown length", limited()],
    ["another reason", new Refused("try_later", "Not now.", true, 503, 10)],
  ])("passes on %s at once", async (_, no) => {
    let tries = 0;
    const asking = patiently(() => {
      tries += 1;
      return Promise.reject(no);
    });
    await expect(asking).rejects.toBe(no);
    expect(tries).toBe(1);
  });
});
