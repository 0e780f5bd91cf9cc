// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { createServer, defaultClientConditions, type ViteDevServer } from "vite";
import { Server } from "./server.js";

/** Another site, whose pages have Palabre's components in them, and the server that lets them in. */
export class Shop {
  private constructor(
    private readonly pages: ViteDevServer,
    readonly origin: string,
    readonly server: Server,
  ) {}

  static async open(): Promise<Shop> {
    const pages = await createServer({
      configFile: false,
      root: join(import.meta.dirname, "../shop"),
      logLevel: "error",
      plugins: [react()],
      resolve: { conditions: ["source", ...defaultClientConditions] },
      server: { host: "127.0.0.1", port: 0 },
    });
    try {
      await pages.listen();
      const origin = (pages.resolvedUrls?.local[0] ?? "").replace(/\/$/, "");
      const settings = { PALABRE_CORS_ORIGINS: origin, PALABRE_LIMITS_EXEMPT: "127.0.0.1" };
      return new Shop(pages, origin, await Server.begin(settings));
    } catch (failure) {
      await pages.close();
      throw failure;
    }
  }

  async close(): Promise<void> {
    await this.server.end();
    await this.pages.close();
  }
}
