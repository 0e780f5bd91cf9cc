// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";

/** How long a bare acknowledged event takes from the page to the server and back, that many times one after another. */
export function echoes(page: Page, times: number, event: readonly unknown[]): Promise<number[]> {
  const asked = async ([count, said]: readonly [number, string]) => {
    const socket = new WebSocket(
      `${location.origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`,
    );
    const heard = (begin: string) =>
      new Promise<void>((resolve) => {
        const look = ({ data }: MessageEvent<string>) => {
          if (data === "2") socket.send("3");
          if (!data.startsWith(begin)) return;
          socket.removeEventListener("message", look);
          resolve();
        };
        socket.addEventListener("message", look);
      });
    await heard("0");
    socket.send("40");
    await heard("40");
    const took: number[] = [];
    for (let i = 0; i < count; i++) {
      const start = performance.now();
      socket.send(`42${i}${said}`);
      await heard(`43${i}[`);
      took.push(performance.now() - start);
    }
    socket.close();
    return took;
  };
  return page.evaluate(asked, [times, JSON.stringify(event)] as const);
}
