// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from "node:crypto";
import { passwordOf } from "../tests/people.js";
import type { Server } from "../tests/server.js";
import { picture } from "./picture.js";

const MESSAGES = 10_000;
const CONVERSATIONS = 2_000;
/** Requests under way at the same time. */
const AT_ONCE = 64;

const phrases = [
  "Oui",
  "D’accord, à demain alors.",
  "Le colis part ce soir, vous aurez le numéro de suivi dans la soirée.",
  "Je regarde et je vous dis : il en reste deux en vert sauge et un en ocre, tous les trois à l’atelier. Si cela vous va, je vous mets le vert de côté jusqu’à samedi et vous passez le prendre quand vous voulez.",
  "Merci 🙂",
  "https://exemple.test/suivi/8QX42 et *bonne journée*",
];

/**
 * What a server is filled with before something is measured on it: a long conversation, many short ones, one of pictures.
 * Each is made when it is first asked for.
 */
export class Stock {
  private readonly made = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly server: Server,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  static async of(server: Server): Promise<Stock> {
    const tokens = new Map<string, string>();
    for (const name of ["admin", "manager"]) tokens.set(name, await signedIn(server.url, name));
    return new Stock(server, tokens);
  }

  /** A group of two with ten thousand messages. */
  long(): Promise<string> {
    return this.once("a long conversation", async () => {
      const id = await this.group("Long");
      await this.fill(id, MESSAGES);
      return id;
    });
  }

  /** Every third message is a picture; all are by who looks at them, so that opening it begins at its end. */
  pictures(): Promise<string> {
    return this.once("a conversation of pictures", async () => {
      const id = await this.group("Images");
      await this.fillWithPictures(id);
      return id;
    });
  }

  /** Two thousand conversations of two. */
  talks(): Promise<string[]> {
    return this.once("many conversations", async () => {
      const names = Array.from({ length: CONVERSATIONS }, (_, i) => `voisin${i}`);
      const accounts = names.map((name, i) => `${name}\tVoisine ${i} Diallo`).join("\n");
      await this.server.program(["user", "add", "--no-password", "--from=-"], accounts);
      return this.talksWith(names);
    });
  }

  private once<T>(what: string, make: () => Promise<T>): Promise<T> {
    const known = this.made.get(what) as Promise<T> | undefined;
    if (known) return known;
    const begun = Date.now();
    const done = make().finally(() => {
      console.error(`  made ${what} in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
    });
    this.made.set(what, done);
    return done;
  }

  /** What the server says to somebody. */
  async ask(username: string, path: string, body?: object | Buffer): Promise<Answer> {
    const raw = Buffer.isBuffer(body);
    const answer = await fetch(`${this.server.url}/api${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${this.tokens.get(username)}`,
        ...(body && { "content-type": raw ? "application/octet-stream" : "application/json" }),
      },
      ...(body && { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  say(username: string, conversationId: string, content: string, attachments: readonly string[] = []) {
    const clientId = randomUUID();
    return this.ask(username, "/messages/send", { conversationId, content, clientId, attachments });
  }

  private async group(title: string): Promise<string> {
    const { users = [] } = await this.ask("admin", "/users?search=manager");
    const memberIds = users.map(({ id }) => id);
    return this.opened({ type: "group", title, memberIds });
  }

  private async opened(wanted: object): Promise<string> {
    return (await this.ask("admin", "/conversations", wanted)).conversation?.id ?? "";
  }

  /** One with each of them, in which something was said. */
  private talksWith(names: readonly string[]): Promise<string[]> {
    return together(names, async (name, i) => {
      const { users = [] } = await this.ask("admin", `/users?search=${name}`);
      const userId = users.find(({ username }) => username === name)?.id ?? "";
      const id = await this.opened({ type: "private", userId });
      for (let said = 0; said < (i > names.length - 40 ? 60 : 1); said++)
        await this.say("admin", id, phrase(i + said));
      return id;
    });
  }

  private async fill(id: string, count: number): Promise<void> {
    const turns = Array.from({ length: count }, (_, i) => i);
    await together(turns, (i) => this.say(i % 7 < 3 ? "admin" : "manager", id, phrase(i)));
  }

  private async fillWithPictures(id: string): Promise<void> {
    const shapes = [picture(640, 480), picture(480, 720), picture(900, 300)];
    for (let i = 0; i < 1_200; i++) {
      const shape = i % 3 === 0 ? shapes[(i / 3) % shapes.length] : undefined;
      const sent = shape && (await this.ask("admin", `/attachments?name=${i}.png`, shape)).attachment?.id;
      await this.say("admin", id, sent ? "" : phrase(i), sent ? [sent] : []);
    }
  }
}

interface Answer {
  readonly token?: string;
  readonly users?: readonly { readonly id: string; readonly username: string }[];
  readonly conversation?: { readonly id: string };
  readonly attachment?: { readonly id: string };
}

const phrase = (i: number) => `${i} ${phrases[(i * 5 + (i >> 3)) % phrases.length]}`;

async function signedIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: passwordOf(username) }),
  });
  return ((await answer.json()) as Answer).token ?? "";
}

/** For all of them, so many at once. */
async function together<T, R>(all: readonly T[], work: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const rest = all.entries();
  const worker = async () => {
    for (const [index, one] of rest) done[index] = await work(one, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done;
}
