// SPDX-License-Identifier: Apache-2.0
import { expect, type Locator } from "@playwright/test";

/** Listens to what was said in here, last if there is more than one, from its beginning to its end. */
export async function listenTo(within: Locator): Promise<void> {
  const audio = within.locator("audio").last();
  await audio.evaluate((one) =>
    one.addEventListener("ended", () => one.setAttribute("data-heard", "whole"), { once: true }),
  );
  await within.getByRole("button", { name: "Écouter" }).last().click();
  await expect(audio).toHaveAttribute("data-heard", "whole");
}
