// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { expect, Person, test } from "./people.js";

const GOAL = 150_000;

test("the list of conversations is there after 150 kB of program, with nothing cached", async ({
  browser,
  url,
  signedIn,
}, { annotations }) => {
  const before = await signedIn("sophie");
  // their session and nothing else: the browser has never seen the app
  const { cookies, origins } = await before.context.storageState();
  const { page, context } = await Person.at(browser, url, { storageState: { cookies, origins } });
  const weighed = await weigh(page);
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().waitFor();
  const { program, rest } = weighed();
  annotations.push({ type: "weight", description: `${program} bytes of program, ${rest} of others` });
  console.log(`first list: ${program} bytes of program, ${rest} bytes of fonts, pictures and answers`);
  await context.close();
  expect(program).toBeGreaterThan(50_000);
  expect(program).toBeLessThanOrEqual(GOAL);
});

/** Counts what comes over the wire, as compressed as it comes, headers left out; scripts, styles and the page are the program. */
async function weigh(page: Page): Promise<() => { program: number; rest: number }> {
  const network = await page.context().newCDPSession(page);
  const heads = new Map<string, { type: string; headers: number }>();
  const total = { program: 0, rest: 0 };
  network.on("Network.responseReceived", ({ requestId, type, response }) =>
    heads.set(requestId, { type, headers: response.encodedDataLength }),
  );
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, headers } = heads.get(requestId) ?? { type: "", headers: 0 };
    const program = ["Document", "Script", "Stylesheet"].includes(type);
    total[program ? "program" : "rest"] += encodedDataLength - headers;
  });
  await network.send("Network.enable");
  return () => ({ ...total });
}
