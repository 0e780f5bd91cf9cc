// SPDX-License-Identifier: Apache-2.0
import type { BrowserContext, Page } from "@playwright/test";
import { build } from "vite";
import type * as sdk from "../../sdk/src/index.js";

declare global {
  var palabre: typeof sdk;
  var client: sdk.Palabre;
}

let bundle: Promise<string> | undefined;

/** The SDK as one script that leaves it as `palabre`. */
function bundled(): Promise<string> {
  bundle ??= build({
    configFile: false,
    logLevel: "error",
    root: new URL("../../sdk", import.meta.url).pathname,
    resolve: { conditions: ["source", "module", "browser"] },
    build: { write: false, lib: { entry: "src/index.ts", formats: ["iife"], name: "palabre" } },
  }).then((built) => {
    const [output] = Array.isArray(built) ? built : [built];
    const chunk = output && "output" in output ? output.output[0] : undefined;
    return `${chunk?.code ?? ""};globalThis.palabre = palabre;`;
  });
  return bundle;
}

/** A page of the server's origin with the SDK and nothing else in it; whoever signed in before goes on. */
export async function blank(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript({ content: await bundled() });
  await page.route(`${url}/blank`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
  );
  await page.goto(`${url}/blank`);
  await page.evaluate(async () => {
    globalThis.client = palabre.createPalabre({ storage: palabre.browserStorage() });
    await client.resume();
  });
  return page;
}

export async function signIn(page: Page, username: string): Promise<void> {
  await page.evaluate(async (name) => {
    await client.signIn(name, name);
  }, username);
  await connected(page);
}

export async function connected(page: Page): Promise<void> {
  await page.waitForFunction(
    () => client.get().status === "connected" && client.get().list.phase === "ready",
  );
}
