// SPDX-License-Identifier: Apache-2.0
import type { Browser } from "@playwright/test";
import { Person } from "../tests/people.js";
import { farFrom } from "./delay.js";
import { echoes } from "./echo.js";
import { median, quantile, test } from "./figures.js";
import { watching } from "./paint.js";
import { hearing } from "./wire.js";

const TIMES = 40;
/** Both pages, the server and what drives them have nothing to do before the key, and nothing else after it. */
const REST = 300;
const bubbles = "[role=log] [data-message], [role=log] [dir=auto]";

/** Somebody in the conversation. */
async function inside(browser: Browser, url: string, username: string, id: string): Promise<Person> {
  const person = await Person.at(browser, url, { serviceWorkers: "allow" });
  await watching(person.page);
  await hearing(person.page);
  await person.signIn(username);
  await person.page.goto(`/c/${id}`);
  await person.composer().waitFor();
  await person.page.getByRole("log").waitFor();
  return person;
}

for (const [where, away] of [
  ["beside the server", 0],
  ["20 ms from the server", 20],
] as const) {
  test(`a message, ${where}`, async ({ browser, url, stock, figure }) => {
    const far = away > 0 ? await farFrom(url, away) : undefined;
    const at = far?.url ?? url;
    const id = await stock.long();
    const admin = await inside(browser, at, "admin", id);
    const manager = await inside(browser, at, "manager", id);
    const own: number[] = [];
    const sent: number[] = [];
    const heard: number[] = [];
    const other: number[] = [];
    const shown: number[] = [];
    const echo: number[] = [];
    const kept: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      echo.push(...(await echoes(admin.page, 3, ["heartbeat"])));
      const bare = { conversationId: id, content: `${i}` };
      kept.push(...(await echoes(admin.page, 1, ["send_message", bare])));
      const text = `Mesure ${Date.now()} ${i}`;
      await admin.composer().fill(text);
      await Promise.all([
        admin.page.evaluate(([one, said]) => paint.watch(one, said, "keydown"), [bubbles, text] as const),
        manager.page.evaluate(([one, said]) => paint.watch(one, said, undefined), [bubbles, text] as const),
      ]);
      await admin.page.waitForTimeout(REST);
      await admin.page.keyboard.down("Enter");
      await admin.page.waitForTimeout(REST);
      await admin.page.keyboard.up("Enter");
      const [mine, theirs] = await Promise.all([
        admin.page.evaluate(() => paint.came()),
        manager.page.evaluate(() => paint.came()),
      ]);
      const [went, came] = await Promise.all([
        admin.page.evaluate((said) => wire.sent(said), text),
        manager.page.evaluate((said) => wire.heard(said), text),
      ]);
      sent.push((went ?? Number.NaN) - mine.from);
      heard.push((came ?? Number.NaN) - mine.from);
      own.push(mine.painted - mine.from);
      other.push(theirs.there - mine.from);
      shown.push(theirs.painted - mine.from);
    }
    figure({
      what: `own message painted after Enter, median (${where})`,
      value: median(own),
      unit: "ms",
      goal: 50,
    });
    figure({
      what: `own message painted after Enter, 95th (${where})`,
      value: quantile(own, 0.95),
      unit: "ms",
    });
    figure({ what: `bare echo, median (${where})`, value: median(echo), unit: "ms" });
    figure({
      what: `bare message, on the disk and answered, median (${where})`,
      value: median(kept),
      unit: "ms",
    });
    figure({ what: `its frame is sent after Enter, median (${where})`, value: median(sent), unit: "ms" });
    figure({
      what: `its frame is heard in the other browser after Enter, median (${where})`,
      value: median(heard),
      unit: "ms",
    });
    figure({
      what: `in the other browser's list after Enter, median (${where})`,
      value: median(other),
      unit: "ms",
      ratio: median(other) / median(echo),
      goal: 5,
    });
    figure({
      what: `painted in the other browser after Enter, median (${where})`,
      value: median(shown),
      unit: "ms",
    });
    await admin.context.close();
    await manager.context.close();
    far?.close();
  });
}
