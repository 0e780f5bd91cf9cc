// SPDX-License-Identifier: Apache-2.0
import { looksRight } from "./look.js";
import { expect, type Person, test } from "./people.js";
import { group } from "./talk.js";

test("emoji by search, by code and by face; people by @", async ({ signedIn }) => {
  const { page, composer } = await composing(await signedIn("admin"));
  await page.getByRole("button", { name: "Émojis" }).click();
  const picker = page.getByRole("dialog", { name: "Émojis" });
  await picker.getByRole("button", { name: "visage rieur" }).first().waitFor();
  await expect(picker.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("coeur rouge");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(picker).toHaveCount(0);
  await expect(composer).toHaveValue("❤️");

  await composer.press("End");
  await composer.pressSequentially(" :tad");
  await expect(page.getByRole("option", { name: "cotillons" })).toBeVisible();
  await composer.pressSequentially("a: ok :) ");
  await expect(composer).toHaveValue("❤️ 🎉 ok 🙂 ");

  await composer.pressSequentially("@");
  const suggested = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await expect(suggested).toHaveText([/Awa Koné/]);
  await composer.press("Enter");
  await expect(composer).toHaveValue("❤️ 🎉 ok 🙂 @Awa Koné ");
});

test("a first slash offers what can be done, by keyboard, and says how much there is", async ({
  signedIn,
}) => {
  const { page, composer } = await composing(await signedIn("admin"));
  await composer.pressSequentially("/");
  const suggested = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await expect(suggested.first()).toContainText("/fichier");
  await expect(page.getByRole("status").filter({ hasText: /^\d+ suggestions$/ })).toHaveCount(1);
  await looksRight(page, "commands");
  await composer.press("ArrowDown");
  await expect(suggested.nth(1)).toHaveAttribute("aria-selected", "true");
  const second = await suggested.nth(1).getAttribute("id");
  await expect(composer).toHaveAttribute("aria-activedescendant", second ?? "none");
  await composer.press("Escape");
  await expect(suggested).toHaveCount(0);
  await expect(composer).toHaveValue("/");

  await composer.fill("");
  await composer.pressSequentially("/cher");
  await expect(suggested).toHaveCount(1);
  await composer.press("Enter");
  await expect(composer).toHaveValue("");
  await expect(page.getByRole("searchbox", { name: "Rechercher dans la discussion" })).toBeFocused();
  await page.keyboard.press("Escape");

  const chosen = page.waitForEvent("filechooser");
  await composer.pressSequentially("/fich");
  await expect(suggested).toHaveCount(1);
  await composer.press("Tab");
  await chosen;
  await composer.pressSequentially("/emo");
  await expect(suggested).toHaveCount(1);
  await composer.press("Enter");
  const picker = page.getByRole("dialog", { name: "Émojis" });
  await expect(picker).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(picker).toHaveCount(0);

  await expect(composer).toBeFocused();
  await page.keyboard.type("/sil");
  await expect(suggested).toHaveCount(1);
  await composer.press("Enter");
  await expect(composer).toHaveValue("");
  await composer.pressSequentially("/son");
  await expect(suggested).toHaveCount(1);
  await composer.press("Enter");
  await expect(composer).toHaveValue("");
  const said = `/rien ${Date.now().toString(36)}`;
  await composer.fill(said);
  await composer.press("Enter");
  await expect(page.getByRole("log").getByText(said)).toBeVisible();
});

test("links go where they say, in a new tab that knows nothing of this one", async ({ signedIn }) => {
  const person = await signedIn("admin");
  const { page } = await composing(person);
  await person.say(`voir https://exemple.test/chemin et javascript:alert(1) ${Date.now()}`);
  const link = page.getByRole("log").getByRole("link", { name: "https://exemple.test/chemin" }).last();
  await expect(link).toHaveAttribute("href", "https://exemple.test/chemin");
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await expect(page.getByRole("log").locator('a[href^="javascript"]')).toHaveCount(0);
});

/** In a group with Awa that is new: nothing that another test left is in the composer. */
async function composing(person: Person) {
  await person.page.goto(`/c/${await group(person, "awa", `Composer ${Date.now().toString(36)}`)}`);
  await expect(person.composer()).toBeFocused();
  return { page: person.page, composer: person.composer() };
}
