// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";

declare global {
  var paint: Paint;
}

/** In the page: when something that is looked for came, and when the frame with it was painted. */
interface Paint {
  /** From the next key or click on, until `text` stands in `where` as often as said; in milliseconds since 1970. */
  watch(where: string, text: string, from: "keydown" | "click" | undefined): void;
  /** Answers once it came. */
  came(): Promise<{ from: number; there: number; painted: number }>;
}

/** Leaves `paint` in every page to come; it only looks. */
export async function watching(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let result: Promise<{ from: number; there: number; painted: number }>;
    const now = () => performance.timeOrigin + performance.now();
    // the frame is done when a message posted from within it is heard
    const afterFrame = (then: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(undefined);
      });
    const waiting = (
      where: string,
      text: string,
      resolve: (result: Awaited<ReturnType<Paint["came"]>>) => void,
    ) => {
      let from = Number.NaN;
      const look = () => {
        const found = [...document.querySelectorAll(where)].some((one) => one.textContent?.includes(text));
        if (!found) return;
        seen.disconnect();
        const there = now();
        afterFrame(() => resolve({ from, there, painted: now() }));
      };
      const seen = new MutationObserver(look);
      seen.observe(document, { subtree: true, childList: true, characterData: true });
      return (event: Event) => {
        from = performance.timeOrigin + event.timeStamp;
      };
    };
    globalThis.paint = {
      watch(where, text, from) {
        result = new Promise((resolve) => {
          const begun = waiting(where, text, resolve);
          if (from) addEventListener(from, begun, { capture: true, once: true });
        });
      },
      came: () => result,
    };
  });
}
