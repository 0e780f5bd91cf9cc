// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const script = join(import.meta.dirname, "../../../palabre");

/** A server of our own, in its own data folder, that can be killed and started again. */
export class Server {
  private process: ChildProcess | undefined;
  private said: string[] = [];

  private constructor(
    readonly url: string,
    private readonly port: number,
    private readonly data: string,
    private readonly settings: Record<string, string>,
    private readonly demo: boolean,
  ) {}

  /** `settings`: environment variables besides those of this process. Without `demo` there is nobody yet. */
  static async begin(
    settings: Record<string, string> = { PALABRE_LIMITS_EXEMPT: "127.0.0.1" },
    demo = true,
  ): Promise<Server> {
    const port = await freePort();
    const data = await mkdtemp(join(tmpdir(), "palabre-e2e-"));
    const server = new Server(`http://127.0.0.1:${port}`, port, data, settings, demo);
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const said: string[] = [];
    this.said = said;
    const args = ["run", ...(this.demo ? ["--demo"] : []), "--port", String(this.port), "--data", this.data];
    const env = { ...process.env, ...this.settings };
    const child = spawn(script, args, { detached: true, env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => said.push(chunk.toString()));
    this.process = child;
    await this.serving(child, said);
  }

  /** Where the first start sends whoever reads it: what it printed, from the path on. */
  async setUpPath(): Promise<string> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
      const [, path] = /http:\/\/localhost:\d+(\/\S+)/.exec(this.said.join("")) ?? [];
      if (path !== undefined) return path;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    throw new Error(`There is no link:\n${this.said.join("")}`);
  }

  /** As a power cut does it: no goodbye. */
  async kill(): Promise<void> {
    const child = this.process;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await gone;
  }

  /** A command of the program for this server, with what it is told on its input. */
  async program(words: readonly string[], input: string): Promise<void> {
    const child = spawn(script, [...words, "--data", this.data], { stdio: ["pipe", "ignore", "inherit"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.stdin.end(input);
    const code = await ended;
    if (code !== 0) throw new Error(`palabre ${words.join(" ")}: ended with ${code}`);
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.data, { recursive: true, force: true });
  }

  private async serving(child: ChildProcess, said: readonly string[]): Promise<void> {
    const deadline = Date.now() + 300_000;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) throw new Error(`The server stopped:\n${said.join("")}`);
      const answer = await fetch(`${this.url}/api/health`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    throw new Error(`The server does not answer:\n${said.join("")}`);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
