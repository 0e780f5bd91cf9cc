// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

const server = process.env.PALABRE_URL ?? "http://localhost:3000";

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: {
    target: ["chrome123", "firefox120", "safari17.5"],
    // small files stay files: a strict content policy forbids data: addresses
    assetsInlineLimit: 0,
    // what there is, for the worker that keeps it
    manifest: "assets.json",
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // what signing in, the list and the rest all stand on: one file instead of a dozen
            {
              name: "ground",
              test: /react\/src\/(avatar|button|classes|i18n\/plural|layers|logo|look|nobody-here|notice|part|presence\/[Pup][rs]e|provider|served\/useServed|text)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": server, "/socket.io": { target: server, ws: true } } },
});
