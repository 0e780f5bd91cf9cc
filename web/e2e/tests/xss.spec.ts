// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "./people.js";
import { scroll } from "./standing.js";
import { group } from "./talk.js";

const payloads = readFileSync(join(import.meta.dirname, "payloads.txt"), "utf8")
  .split("\n")
  .filter(Boolean);

declare global {
  var ran: string[];
  var pwned: () => void;
}

/** From now on, in each page of theirs, whatever runs or is forbidden by the policy is written down. */
async function watched({ context }: Person): Promise<void> {
  await context.addInitScript(() => {
    globalThis.ran = [];
    globalThis.pwned = () => void ran.push(`a script ran at ${location.href}`);
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      ran.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
}

async function asked<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(path, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

interface Made {
  readonly conversation: { readonly id: string };
  readonly user: { readonly id: string };
  readonly attachment: { readonly id: string };
}

/** Without what only marks how the words are to look. */
const words = (text: string) => text.replaceAll(/[*_~`\s]/g, "");

/** All of these are said in the conversation on the screen, which is gone through from its end to its beginning. */
async function areSaid(page: Page, texts: readonly string[]): Promise<void> {
  const log = page.getByRole("log");
  await log.locator("[data-index]").first().waitFor();
  const said = new Set<string>();
  let up = -600;
  await expect(async () => {
    const atTop = (await log.locator("[data-index='0']").count()) > 0;
    for (const text of await log.locator("[data-index]").allTextContents()) said.add(words(text));
    const all = [...said].join("\n");
    await scroll(log, up);
    // at its top older ones come in by themselves, and it goes on from there
    if (atTop) up = -up;
    else up = -Math.abs(up);
    expect(texts.filter((text) => !all.includes(words(text)))).toEqual([]);
  }).toPass({ timeout: 120_000, intervals: [0] });
}

const whatRan = (page: Page) => page.evaluate(() => globalThis.ran);

test("the pages' policy lets nothing run but the app's own files", async ({ request, url }) => {
  for (const path of ["/", "/c/nothing", "/gallery"]) {
    const policy = (await request.get(url + path)).headers()["content-security-policy"] ?? "";
    const directives = new Map(
      policy.split(";").map((part) => {
        const [name = "", ...sources] = part.trim().split(" ");
        return [name, sources.join(" ")];
      }),
    );
    expect(directives.get("default-src")).toBe("'none'");
    expect(directives.get("script-src")).toBe("'self'");
    expect(directives.get("style-src")).toBe("'self'");
    expect(directives.get("object-src")).toBe("'none'");
    expect(directives.get("base-uri")).toBe("'none'");
    expect(directives.get("frame-ancestors")).toBe("'none'");
    expect(directives.get("require-trusted-types-for")).toBe("'script'");
    expect(policy).not.toContain("unsafe");
  }
});

test("payloads as messages are shown as they were written, and nothing runs", async ({ signedIn }) => {
  expect(payloads.length).toBeGreaterThanOrEqual(100);
  const awa = await signedIn("awa");
  await watched(awa);
  const id = await group(awa, "sophie", payloads[0] ?? "");
  for (const content of payloads)
    await asked(awa.page, "/api/messages/send", { conversationId: id, content });
  await awa.page.goto(`/c/${id}`);
  await areSaid(awa.page, payloads);
  const bad = awa.page.locator(
    "[href^='javascript' i], [href^='data' i], [href^='vbscript' i], [role=log] :is(script, iframe, object, embed, form, style)",
  );
  await expect(bad).toHaveCount(0);
  expect(await whatRan(awa.page)).toEqual([]);
});

test("payloads as titles, names, files, places and products are shown, and nothing runs", async ({
  signedIn,
}) => {
  const nadia = await signedIn("nadia");
  await watched(nadia);
  const { page } = nadia;
  const name = await nadia.name();
  const id = await group(nadia, "awa", "Titres");
  const titles = payloads.filter((payload) => payload.length <= 80 && !/[\t\u202e]/.test(payload));
  for (const title of titles) {
    const renamed = await page.request.patch(`/api/conversations/${id}`, { data: { title } });
    expect(renamed.ok(), await renamed.text()).toBe(true);
  }
  for (const payload of payloads.slice(0, 20)) {
    const upload = await page.request.post("/api/attachments", {
      params: { name: `${payload}.csv` },
      headers: { "content-type": "application/octet-stream" },
      data: Buffer.from("a;b\n1;2\n"),
    });
    const { attachment } = (await upload.json()) as Made;
    const data = { latitude: 14.7, longitude: -17.4, name: payload, address: payload };
    const to = { conversationId: id };
    await asked(page, "/api/messages/send", { ...to, content: "", attachments: [attachment.id] });
    await asked(page, "/api/messages/send", { ...to, type: "location", data });
  }
  const hostile = "<img src=x onerror=pwned()>";
  await page.request.patch("/api/users/me", { data: { displayName: hostile, statusText: hostile } });
  try {
    await page.goto(`/c/${id}`);
    await areSaid(page, titles);
    await page.getByRole("button", { name: "Détails" }).click();
    await expect(page.getByRole("complementary")).toContainText(hostile);
    expect(await whatRan(page)).toEqual([]);
  } finally {
    await page.request.patch("/api/users/me", { data: { displayName: name, statusText: "" } });
  }
});

test("a product whose page and picture are scripts has neither", async ({ signedIn }) => {
  const admin = await signedIn("admin");
  await watched(admin);
  const { page } = admin;
  const found = await page.request.get("/api/users?search=sophie");
  const sellerId = ((await found.json()) as { users: { id: string }[] }).users[0]?.id ?? "";
  for (const url of ["javascript:pwned()", "data:text/html,<script>pwned()</script>", "//evil.test/"]) {
    const refused = await page.request.put("/api/products/hostile", { data: { sellerId, title: "x", url } });
    expect(refused.ok()).toBe(false);
  }
  const title = "<svg onload=pwned()>";
  await page.request.put("/api/products/hostile", { data: { sellerId, title } });
  const about = { productId: "hostile", sellerId };
  const { conversation } = await asked<Made>(page, "/api/conversations", about);
  await page.goto(`/c/${conversation.id}`);
  await expect(page.getByText(title).first()).toBeVisible();
  expect(await whatRan(page)).toEqual([]);
});
