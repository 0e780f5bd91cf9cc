// SPDX-License-Identifier: Apache-2.0
import type { Locator, Page } from "@playwright/test";
import { looksRight } from "./look.js";
import { expect, test } from "./people.js";

const viewport = { width: 1440, height: 900 };

/** What lies over the screens, light and dark, in both languages: the rules kept, and the focus given back. */
for (const [colorScheme, locale] of [
  ["light", "fr-FR"],
  ["dark", "en-GB"],
] as const) {
  test(`over the screens: ${colorScheme}, ${locale}`, async ({ signedIn }) => {
    const { page } = await signedIn("admin", { viewport, colorScheme, locale, reducedMotion: "reduce" });
    const look = (what: string, part = "dialog[open]") =>
      looksRight(page, `${what}-desktop-${colorScheme}-${locale.slice(0, 2)}`, part);
    const named = (fr: string, en: string) => new RegExp(`^(${fr}|${en})`);
    const button = (fr: string, en: string) => page.getByRole("button", { name: named(fr, en) });
    const lines = page.getByRole("list", { name: named("Discussions", "Chats") }).getByRole("link");

    await lines.nth(1).focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").waitFor();
    await look("conversation-menu");
    await page.keyboard.press("Escape");
    await expect(lines.nth(1)).toBeFocused();

    await lines.first().click();
    const name = `vue-${Date.now()}.png`;
    const picture = await sent(page, name);
    const bubble = page
      .getByRole("log")
      .locator("[data-message]")
      .filter({ has: page.getByRole("button", { name }) });
    await bubble.focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menu").waitFor();
    await look("message-menu");
    await page.keyboard.press("Escape");
    await expect(bubble).toBeFocused();

    await picture.click();
    await page.getByRole("dialog", { name }).waitFor();
    await look("viewer");
    await page.keyboard.press("Escape");
    await expect(picture).toBeFocused();

    await button("Émojis", "Emoji").click();
    await page
      .getByRole("dialog", { name: named("Émojis", "Emoji") })
      .getByRole("button")
      .nth(12)
      .waitFor();
    await look("emoji");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await button("Détails", "Details").click();
    await page.getByRole("complementary").waitFor();
    await look("details", "aside[aria-label]");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("complementary")).toHaveCount(0);
    await button("Statut", "Status").click();
    await page.getByRole("menuitemradio").first().waitFor();
    await look("status-menu");
    await page.keyboard.press("Escape");
    await expect(button("Statut", "Status")).toBeFocused();
  });
}

/** A picture of that name, with the server. */
async function sent(page: Page, name: string): Promise<Locator> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 480, height: 320 } });
  await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "image/png", buffer });
  await page.getByRole("textbox", { name: /Écrire un message|Write a message/ }).press("Enter");
  const picture = page.getByRole("log").locator("[data-message]").getByRole("button", { name });
  await picture.locator("img").waitFor();
  return picture;
}
