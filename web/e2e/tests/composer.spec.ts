// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

test("emoji by search, by code and by face; people by @", async ({ signedIn }) => {
  const { page, composer } = await composing(await signedIn("admin"));
  await page.getByRole("button", { name: "Émojis" }).click();
  const picker = page.getByRole("dialog", { name: "Émojis" });
  await picker.getByRole("button", { name: "visage rieur" }).first().waitFor();
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
  const name = (await suggested.first().innerText()).split("\n").at(-2) ?? "";
  await composer.press("Enter");
  await expect(composer).toHaveValue(`❤️ 🎉 ok 🙂 @${name} `);
  await composer.fill("");
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

async function composing(person: import("./people.js").Person) {
  await person.page.getByRole("list", { name: "Discussions" }).getByRole("link").first().click();
  return { page: person.page, composer: person.composer() };
}
