// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    lib: { entry: "src/index.ts", formats: ["es"], fileName: "index", cssFileName: "style" },
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    rolldownOptions: { external: [/^react/, /^@palabre\/sdk/, /^@tanstack/, /^lucide-react/] },
    sourcemap: true,
  },
});
