// SPDX-License-Identifier: Apache-2.0
import type { Locator } from "@playwright/test";
import { expect, type Person, test } from "./people.js";

test("who comes is shown online, who is busy as busy, who leaves as gone", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  const manager = await signedIn("manager");
  const managerName = await manager.name();
  await admin.writeTo(managerName);
  const header = admin.page
    .locator("header")
    .filter({ has: admin.page.getByRole("heading", { name: managerName }) });
  await expect(header.locator("[data-presence=online]")).toBeVisible();

  await manager.page.getByRole("button", { name: "Statut" }).click();
  await manager.page.getByLabel("Que faites-vous").fill("En réunion");
  await manager.page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(header).toContainText("En réunion");
  await manager.page.getByRole("button", { name: "Statut" }).click();
  await manager.page.getByRole("menuitemradio", { name: "Occupé" }).click();
  await expect(header.locator("[data-presence=busy]")).toBeVisible();
  await expect(header).toContainText("occupé · En réunion");

  await manager.page.getByRole("button", { name: "Statut" }).click();
  await manager.page.getByRole("menuitemradio", { name: "Disponible" }).click();
  await expect(header.locator("[data-presence=online]")).toBeVisible();
  await manager.context.close();
  await expect(header.locator("[data-presence=offline]")).toBeVisible();
  await expect(header).toContainText("vu");
});

test("each state has a shape of its own, whatever the colour", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const statut = awa.page.getByRole("button", { name: "Statut" });
  await statut.click();
  const shapes = new Map<string, string>();
  for (const [name, presence] of [
    ["Disponible", "online"],
    ["Occupé", "busy"],
    ["Absent", "away"],
    ["Invisible", "offline"],
  ] as const) {
    const item = awa.page.getByRole("menuitemradio", { name });
    shapes.set(presence, await item.locator(`[data-presence=${presence}]`).evaluate(withoutColour));
  }
  expect(new Set(shapes.values()).size).toBe(4);
});

test("last seen counts by itself, and the invisible are gone", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  await awa.page.clock.install();
  await awa.page.reload();
  const ibrahim = await signedIn("ibrahim");
  const header = await headerOf(awa, ibrahim);
  await expect(header.locator("[data-presence=online]")).toBeVisible();
  await ibrahim.page.getByRole("button", { name: "Statut" }).click();
  await ibrahim.page.getByRole("menuitemradio", { name: "Invisible" }).click();
  await expect(header.locator("[data-presence=offline]")).toBeVisible();
  await expect(header).toContainText("vu cette minute-ci");
  await awa.page.clock.fastForward("05:00");
  await expect(header).toContainText("vu il y a 5 minutes");
  await ibrahim.page.getByRole("button", { name: "Statut" }).click();
  await ibrahim.page.getByRole("menuitemradio", { name: "Disponible" }).click();
  await expect(header.locator("[data-presence=online]")).toBeVisible();
});

test("how somebody is who keeps one away is not known, and is again afterwards", async ({ signedIn }) => {
  const awa = await signedIn("awa");
  const ibrahim = await signedIn("ibrahim");
  const seen = await headerOf(awa, ibrahim);
  const seenBack = await headerOf(ibrahim, awa);
  for (const header of [seen, seenBack]) await expect(header.locator("[data-presence=online]")).toBeVisible();
  const { user } = await (await awa.page.request.get("/api/auth/session")).json();
  await ibrahim.page.request.post(`/api/users/${user.id}/block`);
  for (const header of [seen, seenBack]) {
    await expect(header.locator("[data-presence]")).toHaveCount(0);
    await expect(header).not.toContainText(/hors ligne|vu /);
  }
  await ibrahim.page.request.delete(`/api/users/${user.id}/block`);
  for (const header of [seen, seenBack]) await expect(header.locator("[data-presence=online]")).toBeVisible();
});

test("without a connection nobody is said to be offline", async ({ signedIn, server }) => {
  test.skip(server === undefined, "needs a server of its own to stop");
  const awa = await signedIn("awa");
  const ibrahim = await signedIn("ibrahim");
  const header = await headerOf(awa, ibrahim);
  await expect(header.locator("[data-presence=online]")).toBeVisible();
  await server?.kill();
  await expect(header.locator("[data-presence]")).toHaveCount(0);
  await expect(header).not.toContainText(/hors ligne|vu /);
  await server?.start();
  await expect(header.locator("[data-presence=online]")).toBeVisible();
});

/** Where somebody sees who it is that they write to, and how they are. */
async function headerOf(viewer: Person, other: Person): Promise<Locator> {
  const name = await other.name();
  await viewer.writeTo(name);
  return viewer.page.locator("header").filter({ has: viewer.page.getByRole("heading", { name }) });
}

/** How a dot is drawn, its colours taken away. */
function withoutColour(dot: Element): string {
  const style = getComputedStyle(dot);
  const bar = getComputedStyle(dot, "::after");
  const kind = style.backgroundImage.split("(")[0];
  const filled = style.backgroundImage !== "none" || style.borderTopWidth === "0px";
  return JSON.stringify([style.borderTopWidth, kind, filled, bar.content]);
}
