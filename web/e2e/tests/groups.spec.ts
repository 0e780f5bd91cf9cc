// SPDX-License-Identifier: Apache-2.0
import type { Person } from "./people.js";
import { expect, test } from "./people.js";

/** A small square, red. */
const PICTURE = {
  name: "a.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};
const unique = (text: string) => `${text} ${Date.now().toString(36)}`;

/** A group of admin, manager and one more. */
async function groupOf(admin: Person, managerName: string, title: string): Promise<void> {
  await admin.page.getByRole("button", { name: "Nouvelle discussion" }).first().click();
  const dialog = admin.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Nouveau groupe" }).click();
  const people = dialog.getByRole("list", { name: "Contacts" }).getByRole("button");
  await people.filter({ hasText: managerName }).click();
  await people.filter({ hasNotText: managerName }).first().click();
  await expect(people.and(admin.page.locator("[aria-pressed=true]"))).toHaveCount(2);
  await dialog.getByLabel("Nom du groupe").fill(title);
  await dialog.getByRole("button", { name: "Créer le groupe" }).click();
  await expect(admin.page.getByRole("heading", { level: 2, name: title })).toBeVisible();
}

test("a group is renamed, gets a member, loses one, and is left", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const managerName = await manager.name();
  const [title, renamed] = [unique("Livraisons"), unique("Livraisons du jeudi")];
  await groupOf(admin, managerName, title);
  await manager.line(title).click();

  await admin.page.getByRole("button", { name: "Détails" }).click();
  const details = admin.page.getByRole("complementary", { name: "Groupe" });
  await details.getByRole("button", { name: "Renommer" }).click();
  await details.getByLabel("Nom du groupe").fill(renamed);
  await details.getByRole("button", { name: "Enregistrer" }).click();
  await expect(manager.page.getByRole("heading", { level: 2, name: renamed })).toBeVisible();
  await expect(manager.page.getByRole("log")).toContainText(`renommé le groupe`);

  const members = details.getByRole("list", { name: "Membres" }).getByRole("listitem");
  await expect(members).toHaveCount(3);
  await details.getByRole("button", { name: "Ajouter des personnes" }).click();
  const adding = admin.page.getByRole("dialog", { name: "Ajouter des personnes" });
  await adding.getByRole("list", { name: "Contacts" }).getByRole("button").first().click();
  await adding.getByRole("button", { name: "Ajouter 1 personne" }).click();
  await expect(members).toHaveCount(4);

  await details.getByRole("button", { name: `Actions pour ${managerName}` }).click();
  await admin.page.getByRole("menuitem", { name: "Retirer du groupe" }).click();
  await expect(members).toHaveCount(3);
  await expect(manager.line(renamed)).toHaveCount(0);
  await expect(manager.page.getByText("Vous n’êtes plus dans cette discussion.")).toBeVisible();

  await details.getByRole("button", { name: "Quitter le groupe" }).click();
  await admin.page.getByRole("dialog").getByRole("button", { name: "Quitter" }).click();
  await expect(admin.line(renamed)).toHaveCount(0);
});

test("a group's picture is changed by who leads it, seen by the others, and taken away again", async ({
  signedIn,
}) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const title = unique("Quai");
  await groupOf(admin, await manager.name(), title);
  await admin.page.getByRole("button", { name: "Détails" }).click();
  const details = admin.page.getByRole("complementary", { name: "Groupe" });
  await details.getByLabel("Changer la photo").setInputFiles(PICTURE);
  await expect(details.getByRole("button", { name: "Retirer la photo" })).toBeVisible();

  const face = manager.line(title).locator("img");
  await expect(face).toHaveJSProperty("complete", true);
  await expect(face).not.toHaveJSProperty("naturalWidth", 0);
  await manager.line(title).click();
  await expect(manager.page.getByRole("log")).toContainText("a changé la photo du groupe");
  await manager.page.getByRole("button", { name: "Détails" }).click();
  const seen = manager.page.getByRole("complementary", { name: "Groupe" });
  await expect(seen.getByRole("heading", { name: title })).toBeVisible();
  await expect(seen.getByLabel("Changer la photo")).toHaveCount(0);

  await details.getByRole("button", { name: "Retirer la photo" }).click();
  await expect(face).toHaveCount(0);
  await expect(details.getByLabel("Changer la photo")).toBeFocused();
});
