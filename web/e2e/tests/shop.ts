// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build, defaultClientConditions, type PreviewServer, preview } from "vite";
import { freePort, Server } from "./server.js";

const root = join(import.meta.dirname, "../shop");
const plain = { configFile: false, root, logLevel: "error" } as const;

/** Another site, whose pages have Palabre's components in them, and the server that lets them in. */
export class Shop {
  private constructor(
    private readonly pages: PreviewServer,
    private readonly folder: string,
    readonly origin: string,
    readonly server: Server,
  ) {}

  static async open(): Promise<Shop> {
    const folder = await mkdtemp(join(tmpdir(), "palabre-shop-"));
    await build({
      ...plain,
      plugins: [react()],
      resolve: { conditions: ["source", ...defaultClientConditions] },
      build: {
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { input: [join(root, "index.html"), join(root, "product.html")] },
      },
    });
    const port = await freePort();
    const pages = await preview({
      ...plain,
      build: { outDir: folder },
      preview: { host: "127.0.0.1", port, strictPort: true },
    });
    try {
      const origin = `http://127.0.0.1:${port}`;
      const settings = { PALABRE_CORS_ORIGINS: origin, PALABRE_LIMITS_EXEMPT: "127.0.0.1" };
      return new Shop(pages, folder, origin, await Server.begin(settings));
    } catch (failure) {
      await pages.close();
      throw failure;
    }
  }

  async close(): Promise<void> {
    await this.server.end();
    await this.pages.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
