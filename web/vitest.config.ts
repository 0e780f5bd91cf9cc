// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  ssr: { resolve: { conditions: ["source", "module", "node"] } },
  resolve: { conditions: ["source", "module", "browser"] },
  test: {
    testTimeout: 60_000,
    css: { modules: { classNameStrategy: "non-scoped" } },
    projects: [
      { extends: true, test: { name: "sdk", include: ["sdk/src/**/*.test.ts"], environment: "node" } },
      {
        extends: true,
        test: {
          name: "ui",
          include: ["{react,app}/src/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          setupFiles: ["react/src/testing/patience.ts"],
        },
      },
    ],
  },
});
