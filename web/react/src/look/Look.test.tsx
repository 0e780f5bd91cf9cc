// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import type { Palabre } from "@palabre/sdk";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Button } from "../button/Button.js";
import { Dialog } from "../dialog/Dialog.js";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { Look } from "./Look.js";

await loadLanguage("en");
afterEach(cleanup);

// nothing below asks it for anything
const client = {} as Palabre;
const lookOf = (element: Element) => element.closest<HTMLElement>(".palabre");

it("is on each component and not on what a page has beside it", () => {
  render(
    <PalabreProvider client={client} locale="en" theme="dark">
      <h1>A shop</h1>
      <Button>Write</Button>
    </PalabreProvider>,
  );
  expect(lookOf(screen.getByText("A shop"))).toBeNull();
  const look = lookOf(screen.getByText("Write"));
  expect(look?.lang).toBe("en");
  expect(look?.dataset.theme).toBe("dark");
  expect(look?.style.display).toBe("contents");
});

it("is there once, however deep components stand in one another", () => {
  render(
    <PalabreProvider client={client}>
      <Dialog title="Leave?" onClose={() => {}}>
        <Button>Leave</Button>
      </Dialog>
    </PalabreProvider>,
  );
  expect(lookOf(screen.getByText("Leave"))).toBe(lookOf(screen.getByText("Leave?")));
});

it("is another one below another provider", () => {
  render(
    <PalabreProvider client={client} theme="dark">
      <Look>
        <p>Outside</p>
        <PalabreProvider client={client} theme="light">
          <Button>Inside</Button>
        </PalabreProvider>
      </Look>
    </PalabreProvider>,
  );
  expect(lookOf(screen.getByText("Outside"))?.dataset.theme).toBe("dark");
  expect(lookOf(screen.getByText("Inside"))?.dataset.theme).toBe("light");
});
