// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export default defineConfig({
  testDir: "tests",
  globalSetup: "./before.ts",
  outputDir: "../test-results",
  snapshotPathTemplate: "pictures/{arg}{ext}",
  // each with a server and browsers of its own: the journeys wait more than they work
  workers: 2,
  // for a machine that others load just then; what needed its second try is named at the end, and is a fault to find
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 30_000, toPass: { timeout: 60_000 } },
  reporter: process.env.CI ? [["list"], ["junit", { outputFile: "../test-results/junit.xml" }]] : "list",
  use: {
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // without a film of each page: it would take a fifth of the time
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? browsers.find((path) => existsSync(path)),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        // a microphone that hums; whoever may use it is another matter
        "--use-fake-device-for-media-stream",
      ],
    },
  },
});
