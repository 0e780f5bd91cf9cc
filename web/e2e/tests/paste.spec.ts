// SPDX-License-Identifier: Apache-2.0
import type { Page } from "@playwright/test";
import { looksRight } from "./look.js";
import { expect, test } from "./people.js";
import { desktop, phone } from "./screens.js";
import { group } from "./talk.js";

/** Puts a screenshot on the clipboard, as the system does. */
async function copyPicture(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 200);
    const drawing = canvas.getContext("2d");
    if (!drawing) throw new Error("There is no canvas.");
    drawing.fillStyle = "#0f6b62";
    drawing.fillRect(0, 0, 320, 200);
    await navigator.clipboard.write([new ClipboardItem({ "image/png": canvas.convertToBlob() })]);
  });
}

for (const [where, options] of Object.entries({ desktop, phone }))
  test(`on a ${where}, a picture that is pasted is seen, taken out, pasted again and sent`, async ({
    signedIn,
  }) => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const ibrahim = await signedIn("ibrahim", { ...options, permissions });
    const nadia = await signedIn("nadia");
    const { page } = ibrahim;
    const id = await group(ibrahim, "nadia", `Collages ${Date.now().toString(36)}`);
    for (const one of [page, nadia.page]) await one.goto(`/c/${id}`);
    await copyPicture(page);
    await ibrahim.composer().focus();
    await page.keyboard.press("Control+V");
    const tray = page.getByRole("list", { name: "Fichiers à envoyer" });
    await expect(tray.getByRole("listitem")).toHaveCount(1);
    await expect(tray.locator("img")).toHaveJSProperty("naturalWidth", 320);
    await looksRight(page, `pasted-${where}`);
    await tray.getByRole("button", { name: "Retirer image.png" }).click();
    await expect(tray).toHaveCount(0);

    await ibrahim.composer().focus();
    await page.keyboard.press("Control+V");
    await expect(tray.getByRole("listitem")).toHaveCount(1);
    const words = `Voici ${Date.now().toString(36)}`;
    await ibrahim.composer().fill(words);
    await page.getByRole("button", { name: "Envoyer" }).click();
    await expect(tray).toHaveCount(0);
    await expect(nadia.message(words)).toBeVisible();
    await expect(nadia.page.getByRole("log").getByRole("button", { name: "Ouvrir image.png" })).toHaveCount(
      1,
    );
  });

test("what is pasted from a formatted page is its words", async ({ signedIn }) => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const nadia = await signedIn("nadia", { permissions });
  const { page } = nadia;
  await page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  await page.evaluate(async () => {
    const as = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    const both = { ...as("text/html", "<b>Douze</b> paniers"), ...as("text/plain", "Douze paniers") };
    await navigator.clipboard.write([new ClipboardItem(both)]);
  });
  await nadia.composer().focus();
  await page.keyboard.press("Control+V");
  await expect(nadia.composer()).toHaveValue("Douze paniers");
  await nadia.composer().fill("");
});
