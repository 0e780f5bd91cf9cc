// SPDX-License-Identifier: Apache-2.0
import { looksRight } from "./look.js";
import { expect, Person, test } from "./people.js";
import { layersAre } from "./standing.js";

const sizes = {
  desktop: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

/** Of which there are pictures of every screen; of the others, of a conversation. */
const whole = ["desktop-light-fr", "phone-dark-en"];
/** Those, and what else the README shows. */
const pictured = (screen: string, setting: string) =>
  screen === "conversation" ||
  whole.includes(setting) ||
  ["details-desktop-dark-fr", "list-phone-light-fr"].includes(`${screen}-${setting}`);

/** Every screen, wide and narrow, light and dark, in both languages: no rule of WCAG 2.2 AA broken, and a picture. */
for (const [size, device] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const locale of ["fr-FR", "en-GB"]) {
      // each colour and each language at each width, and each pair of them somewhere; pictures are of all
      const pair = (colorScheme === "dark") === (locale === "en-GB") ? "desktop tablet" : "phone";
      if (!pair.includes(size) && (size === "tablet" || !process.env.PICTURES)) continue;
      test(`screens: ${size}, ${colorScheme}, ${locale}`, async ({ browser, url }) => {
        const person = await Person.at(browser, url, {
          ...device,
          colorScheme,
          locale,
          reducedMotion: "reduce",
        });
        const { page } = person;
        const setting = `${size}-${colorScheme}-${locale.slice(0, 2)}`;
        const look = async (screen: string) => {
          if (process.env.PICTURES && !pictured(screen, setting)) return;
          await looksRight(page, `${screen}-${setting}`);
        };

        await page.goto("/");
        await page.locator("input[autocomplete=username]").waitFor();
        await look("sign-in");
        await person.signIn("admin");
        const lines = page.getByRole("list", { name: /Discussions|Chats/ }).getByRole("link");
        await lines.first().waitFor();
        await look("list");
        await lines.filter({ hasText: "Marché de Noël" }).first().click();
        await page.getByRole("log").locator("[dir=auto]").first().waitFor();
        await look("conversation");
        await page.getByRole("button", { name: /^(Détails|Details)$/ }).click();
        const details = page.getByRole("complementary");
        await details.getByRole("region").first().waitFor();
        await look("details");
        await details.getByRole("button", { name: /^(Fermer|Close)$/ }).click();
        await expect(details).toHaveCount(0);
        await layersAre(page, 0);
        if (size === "phone") await page.goBack();
        await page.getByRole("navigation").getByRole("button", { name: "Contacts" }).click();
        await page.getByRole("list", { name: "Contacts" }).getByRole("button").first().waitFor();
        await look("contacts");
        await page
          .getByRole("navigation")
          .getByRole("button", { name: /Réglages|Settings/ })
          .click();
        // it is fetched when it is first asked for: a key pressed before would close nothing
        await page.getByRole("dialog").waitFor();
        await look("settings");
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toHaveCount(0);
        await page
          .getByRole("button", { name: /Nouvelle discussion|New chat/ })
          .first()
          .click();
        await page
          .getByRole("dialog")
          .getByRole("button", { name: /Nouveau groupe|New group/ })
          .click();
        await page.getByRole("dialog").getByRole("list").getByRole("button").first().click();
        await expect(page.getByRole("dialog").locator("[aria-pressed=true]")).toHaveCount(1);
        await look("new-group");
        await person.context.close();
        expect(person.complaints).toEqual([]);
      });
    }
  }
}

test("the gallery shows each component in each state", async ({ page, url }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`${url}/gallery`);
  await page.getByRole("heading", { name: "Skeleton" }).waitFor();
  await looksRight(page, "gallery");
});
