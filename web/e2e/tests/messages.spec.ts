// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "./people.js";

const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

test("answered, changed, taken back: both see it at once", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  await admin.writeTo(await manager.name());
  await manager.writeTo(await admin.name());
  const [question, answer] = [unique("On garde le vert ?"), unique("Oui, le vert")];
  await admin.say(question);

  const menuOf = async (person: typeof admin, text: string) => {
    await person.message(text).last().click({ button: "right" });
    return person.page.getByRole("menu", { name: "Actions sur ce message" });
  };

  await expect(manager.message(question)).toBeVisible();
  await (await menuOf(manager, question)).getByRole("menuitem", { name: "Répondre" }).click();
  await manager.say(answer);
  await expect(admin.message(answer)).toBeVisible();
  await admin.page.getByRole("button", { name: "Aller au message" }).last().click();
  await expect(admin.message(question).first()).toBeInViewport();

  const changed = unique("Oui, le vert sauge");
  await manager.composer().press("ArrowUp");
  await expect(manager.composer()).toHaveValue(answer);
  await manager.composer().fill(changed);
  await manager.composer().press("Enter");
  await expect(admin.message(changed)).toContainText("modifié");
  await expect(manager.composer()).toHaveValue("");

  await (await menuOf(manager, changed)).getByRole("menuitem", { name: "Supprimer pour tous" }).click();
  await manager.page.getByRole("dialog").getByRole("button", { name: "Supprimer pour tous" }).click();
  await expect(admin.page.getByRole("log").getByText("Message supprimé").last()).toBeVisible();
  await expect(admin.message(changed)).toHaveCount(0);
});
