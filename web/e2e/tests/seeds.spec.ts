// SPDX-License-Identifier: Apache-2.0
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { Shop } from "./shop.js";

// The pieces that docs/from-the-seeds.md names, on a product's page of another site, imported and used as there.

let shop: Shop;

test.beforeAll(async () => {
  shop = await Shop.open();
});

test.afterAll(() => shop?.close());

interface Signed {
  readonly token: string;
  readonly user: { readonly id: string };
}

async function signIn(request: APIRequestContext, username: string, password: string): Promise<Signed> {
  const answer = await request.post(`${shop.server.url}/api/auth/login`, { data: { username, password } });
  return answer.json();
}

async function post(request: APIRequestContext, { token }: Signed, path: string, data: object) {
  const answer = await request.post(shop.server.url + path, {
    data,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.ok()).toBe(true);
  return answer.json();
}

async function visit(page: Page, { token, user }: Signed, product = "sac-cuir"): Promise<void> {
  const asked = { server: shop.server.url, token, user: user.id, product, seller: "moussa" };
  await page.goto(`${shop.origin}/product.html?${new URLSearchParams(asked)}`);
  await expect(page.getByText("Connecté en temps réel")).toBeVisible();
}

/** With the seller, over the page. */
function conversation(page: Page) {
  return page.getByRole("dialog").getByRole("heading", { level: 2, name: "Moussa Traoré" });
}

test("on a product's page one writes to the seller, whom the host names", async ({ page, request }) => {
  await visit(page, await signIn(request, "manager", "manager"));
  await page.getByRole("button", { name: /Nom du vendeur/ }).click();
  await expect(conversation(page)).toBeVisible();

  await visit(page, await signIn(request, "moussa", "demo"));
  await expect(page.getByRole("button", { name: /Nom du vendeur/ })).toHaveCount(0);
});

test("of a product that the host has not put yet it says so, and opens once it is there", async ({
  page,
  request,
}) => {
  await visit(page, await signIn(request, "manager", "manager"), "panier-42");
  const button = page.getByRole("button", { name: /Nom du vendeur/ });
  await button.click();
  await expect(page.getByRole("alert")).toHaveText("La messagerie ne connaît pas encore cet article.");

  const { token } = await signIn(request, "admin", "admin");
  const put = await request.put(`${shop.server.url}/api/products/panier-42`, {
    data: { sellerId: "moussa", title: "Panier tressé" },
    headers: { authorization: `Bearer ${token}` },
  });
  expect(put.status()).toBe(201);
  await button.click();
  await expect(conversation(page)).toBeVisible();
});

test("header, toast and hook tell of what arrives, and of what was read", async ({ page, request }) => {
  const reader = await signIn(request, "claire", "demo");
  const writer = await signIn(request, "admin", "admin");
  await visit(page, reader);
  const heard = page.locator("pre");
  await expect(heard).toContainText("connected, online");
  await expect(heard).toContainText("set_status true");

  const title = "Les paniers";
  const { conversation } = await post(request, writer, "/api/conversations", {
    type: "group",
    title,
    memberIds: [reader.user.id],
  });
  await expect(heard).toContainText("new_conversation group");
  await expect(heard).toContainText(`conversation_updated ${title}`);

  const toast = page.getByRole("button", { name: /Bonjour Claire/ });
  const seen = toast.waitFor();
  await post(request, writer, "/api/messages/send", {
    conversationId: conversation.id,
    content: "Bonjour Claire",
  });
  await seen;
  await expect(heard).toContainText("new_message Bonjour Claire");
  await expect(toast).toHaveCount(0);

  await post(request, writer, "/api/messages/send", { conversationId: conversation.id, content: "Lis ceci" });
  await expect(heard).toContainText("new_message Lis ceci");
  await expect(heard).toContainText("messages_read mine");
});

test("without the server it says so", async ({ page, request }) => {
  await visit(page, await signIn(request, "awa", "demo"));
  await shop.server.kill();
  await expect(page.getByText("Déconnecté")).toBeVisible();
  await shop.server.start();
  await expect(page.getByText("Connecté en temps réel")).toBeVisible();
});
