// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import manifest from "./package.json" with { type: "json" };

/** What the package gives by name, each under that name in dist. */
function entries(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const to of Object.values(manifest.exports))
    if (typeof to !== "string") found[to.default.replace(/^.*\/|\.js$/g, "")] = to.source;
  return found;
}

export default defineConfig({
  plugins: [react()],
  build: {
    lib: { entry: entries(), formats: ["es"], cssFileName: "style" },
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    rolldownOptions: { external: [/^react/, /^@palabre\/sdk/, /^@tanstack/, /^lucide-react/] },
    sourcemap: true,
  },
});
