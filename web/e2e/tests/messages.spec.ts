// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

test("answered, changed, taken back: both see it at once", async ({ signedIn }) => {
  // two who have not written to each other: what other tests write is not between them
  const sophie = await signedIn("sophie");
  const nadia = await signedIn("nadia");
  await sophie.writeTo(await nadia.name());
  await nadia.writeTo(await sophie.name());
  const [question, answer] = [unique("On garde le vert ?"), unique("Oui, le vert")];
  await sophie.say(question);

  const menuOf = async (person: typeof sophie, text: string) => {
    await person.message(text).last().click({ button: "right" });
    return person.page.getByRole("menu", { name: "Actions sur ce message" });
  };

  await nadia.isSaid(question);
  await (await menuOf(nadia, question)).getByRole("menuitem", { name: "Répondre" }).click();
  await nadia.say(answer);
  await expect(sophie.message(answer)).toBeVisible();
  await sophie.page.getByRole("button", { name: "Aller au message" }).last().click();
  await expect(sophie.message(question).first()).toBeInViewport();

  await nadia.isSaid(answer);
  const changed = unique("Oui, le vert sauge");
  await nadia.composer().press("ArrowUp");
  await expect(nadia.composer()).toHaveValue(answer);
  await nadia.composer().fill(changed);
  await nadia.composer().press("Enter");
  await expect(sophie.message(changed)).toContainText("modifié");
  await expect(nadia.composer()).toHaveValue("");

  await (await menuOf(nadia, changed)).getByRole("menuitem", { name: "Supprimer pour tous" }).click();
  await nadia.page.getByRole("dialog").getByRole("button", { name: "Supprimer pour tous" }).click();
  await expect(sophie.page.getByRole("log").getByText("Message supprimé").last()).toBeVisible();
  await expect(sophie.message(changed)).toHaveCount(0);
});
