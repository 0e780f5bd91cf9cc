// SPDX-License-Identifier: Apache-2.0
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { Server } from "./server.js";

export { expect } from "@playwright/test";

/** Of the demonstration's accounts. */
export const passwordOf = (username: string) => (["admin", "manager"].includes(username) ? username : "demo");

interface Given {
  /** Ours to kill; absent when PALABRE_URL names a server that runs already. */
  server: Server | undefined;
  /** Where the app is served. */
  url: string;
  /** Opens the app for somebody who has signed in, each in a browser of their own. */
  signedIn: (username: string, options?: BrowserContextOptions) => Promise<Person>;
}

interface Shared {
  servers: Servers;
}

/** A server for each file of tests: what one leaves behind is not there for the next. */
class Servers {
  private file = "";
  private server: Server | undefined;

  async of(file: string): Promise<Server | undefined> {
    if (process.env.PALABRE_URL || this.file === file) return this.server;
    await this.end();
    this.server = await Server.begin();
    this.file = file;
    return this.server;
  }

  async end(): Promise<void> {
    await this.server?.end();
    this.server = undefined;
    this.file = "";
  }
}

/** Somebody in front of a browser. Whatever the page complains about fails the test. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** Without the service worker, which would fetch the whole app for later: `first-visit.spec.ts` is about that. */
  static async at(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Person> {
    const context = await browser.newContext({ baseURL: url, serviceWorkers: "block", ...options });
    const person = new Person(context, await context.newPage());
    person.listen();
    return person;
  }

  async signIn(username: string, password = passwordOf(username)): Promise<void> {
    await this.page.goto("/");
    await this.page.locator("input[autocomplete=username]").fill(username);
    await this.page.locator("input[autocomplete=current-password]").fill(password);
    await this.page.locator("button[type=submit]").click();
    await this.comesIn();
  }

  /** The messenger stands. */
  async comesIn(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 2, name: /^(Discussions|Chats)$/ })).toBeVisible();
  }

  /** As others see them. */
  async name(): Promise<string> {
    const answer = await this.page.request.get("/api/auth/session");
    return (await answer.json()).user.displayName;
  }

  /** Through the contacts, as one does who never wrote to them. */
  async writeTo(name: string): Promise<void> {
    await this.page.getByRole("navigation").getByRole("button", { name: "Contacts" }).click();
    await this.page.getByRole("list", { name: "Contacts" }).getByRole("button", { name }).click();
    await expect(this.page.getByRole("heading", { level: 2, name })).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.composer().fill(text);
    await this.composer().press("Enter");
    await expect(this.message(text)).toBeVisible();
  }

  /** What was said has come back from the server: it can be changed, answered, deleted. */
  async isSaid(text: string): Promise<void> {
    const known = this.page.getByRole("log").locator("[data-message]");
    await expect(known.filter({ hasText: text }).last()).toBeVisible();
  }

  composer(): Locator {
    return this.page.getByRole("textbox", { name: "Écrire un message" });
  }

  /** The messages on the screen that say exactly this. */
  message(text: string): Locator {
    return this.page.getByRole("log").locator("[dir=auto]").filter({ hasText: text });
  }

  receipt(text: string, name: string): Locator {
    return this.message(text).getByRole("img", { name, exact: true });
  }

  line(name: string): Locator {
    return this.page.getByRole("list", { name: "Discussions" }).getByRole("link", { name });
  }

  private listen() {
    this.page.on("pageerror", (error) => this.complaints.push(error.message));
    this.page.on("console", (message) => {
      // a refused or impossible request is the subject of some journeys; anything else is a fault
      const network = /Failed to load resource|WebSocket connection to|net::ERR/.test(message.text());
      if (message.type() === "error" && !network) this.complaints.push(message.text());
    });
  }
}

export const test = base.extend<Given, Shared>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are needed from the pattern
    async ({}, use) => {
      const servers = new Servers();
      await use(servers);
      await servers.end();
    },
    { scope: "worker" },
  ],
  server: [async ({ servers }, use, { file }) => use(await servers.of(file)), { timeout: 300_000 }],
  url: async ({ server }, use) => use(server?.url ?? process.env.PALABRE_URL ?? ""),
  signedIn: async ({ browser, url }, use) => {
    const people: Person[] = [];
    await use(async (username, options) => {
      const person = await Person.at(browser, url, options);
      people.push(person);
      await person.signIn(username);
      return person;
    });
    for (const person of people) await person.context.close();
    expect(people.flatMap((person) => person.complaints)).toEqual([]);
  },
});
