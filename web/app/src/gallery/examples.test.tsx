// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as react from "@palabre/react";
import { loadLanguage, PalabreProvider } from "@palabre/react";
import * as sdk from "@palabre/sdk";
import { cleanup, render, waitFor } from "@testing-library/react";
import * as core from "react";
import * as jsx from "react/jsx-runtime";
import { transformWithOxc } from "vite";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { galleryClient } from "./client.js";

const app = join(import.meta.dirname, "../..");
const docs = join(app, "../../docs/components");

const examples = readdirSync(docs).flatMap((page) =>
  [...readFileSync(join(docs, page), "utf8").matchAll(/```tsx\n(.*?)```/gs)].map(([, code = ""], index) => ({
    name: `${page} ${index + 1}`,
    code,
  })),
);

const modules: Record<string, object> = {
  react: core,
  "react/jsx-runtime": jsx,
  "@palabre/react": react,
  "@palabre/sdk": sdk,
};

/** The component that an example exports; what it imports is there, and nothing else. */
async function exampleOf(code: string): Promise<core.FunctionComponent> {
  const options = { lang: "tsx", jsx: { runtime: "automatic", development: false } } as const;
  const script = (await transformWithOxc(code, "example.tsx", options)).code
    .replaceAll(/import \{([^}]*)\} from "([^"]+)";/g, (_, names: string, from: string) => {
      expect(Object.keys(modules)).toContain(from);
      return `const {${names.replaceAll(" as ", ": ")}} = modules["${from}"];`;
    })
    .replace("export default function Example", "return function Example");
  return new Function("modules", script)(modules) as core.FunctionComponent;
}

describe("the examples of docs/components", () => {
  beforeAll(() => loadLanguage("en"));
  afterEach(cleanup);

  it("are there for each page", () => {
    const pages = readdirSync(docs).filter((page) => page !== "README.md");
    expect(pages.filter((page) => !examples.some(({ name }) => name.startsWith(page)))).toEqual([]);
  });

  it.each(examples)("$name is drawn", async ({ code }) => {
    const Example = await exampleOf(code);
    const { container } = render(
      <PalabreProvider client={galleryClient()} locale="en">
        <Example />
      </PalabreProvider>,
    );
    await waitFor(() => expect(container.innerHTML).not.toBe(""));
  });

  it("have the right types", { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(app, "examples-"));
    try {
      for (const [index, { code }] of examples.entries())
        writeFileSync(join(folder, `example${index}.tsx`), code);
      writeFileSync(
        join(folder, "tsconfig.json"),
        JSON.stringify({ extends: "../tsconfig.json", compilerOptions: { noEmit: true }, include: ["."] }),
      );
      const { stdout } = spawnSync("npx", ["tsc", "-p", folder], { cwd: app, encoding: "utf8" });
      expect(stdout).toBe("");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
