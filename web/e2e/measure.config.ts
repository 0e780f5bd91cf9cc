// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config.js";

/**
 * The figures of the web app: `npm run measure -w @palabre/e2e` prints rows of docs/measurements.md; with `RECORD=1` they
 * take the place of those that stand there.
 */
export default defineConfig({
  ...journeys,
  testDir: "measure",
  testMatch: "*.measure.ts",
  // one after the other, over one stock: nothing else of ours runs beside what is measured
  workers: 1,
  timeout: 600_000,
  reporter: [["./measure/reporter.ts"]],
  use: {
    ...journeys.use,
    trace: "off",
    launchOptions: {
      ...journeys.use?.launchOptions,
      // the wheel moves by whole steps, so that what else moves can be told from it
      args: [...(journeys.use?.launchOptions?.args ?? []), "--disable-smooth-scrolling"],
    },
  },
});
