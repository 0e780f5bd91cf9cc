// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";

declare global {
  var wire: Wire;
}

/** In the page: when the frame with a text went, and when it came; in milliseconds since 1970. */
interface Wire {
  sent(text: string): number | undefined;
  heard(text: string): number | undefined;
}

/** Leaves `wire` in every page to come; it only looks. */
export async function hearing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: { way: "sent" | "heard"; data: string; at: number }[] = [];
    const note = (way: "sent" | "heard", data: unknown) => {
      seen.push({ way, data: String(data), at: performance.timeOrigin + performance.now() });
      if (seen.length > 100) seen.shift();
    };
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener("message", ({ data }) => note("heard", data));
      }
      override send(data: Parameters<WebSocket["send"]>[0]) {
        super.send(data);
        note("sent", data);
      }
    };
    const find = (sought: "sent" | "heard", text: string) =>
      seen.find(({ way, data }) => way === sought && data.includes(text))?.at;
    globalThis.wire = { sent: (text) => find("sent", text), heard: (text) => find("heard", text) };
  });
}
