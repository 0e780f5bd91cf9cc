// SPDX-License-Identifier: Apache-2.0
import type { Locator } from "@playwright/test";

/** Listens to what was said in here, last if there is more than one, from its beginning to its end. */
export async function listenTo(within: Locator): Promise<void> {
  const heard = within
    .locator("audio")
    .last()
    .evaluate((audio) => new Promise((resolve) => audio.addEventListener("ended", () => resolve(true))));
  await within.getByRole("button", { name: "Écouter" }).last().click();
  await heard;
}
