// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { Menu } from "../menu/Menu.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";

await loadLanguage("en");
afterEach(cleanup);

function menu() {
  const [onClose, run] = [vi.fn(), vi.fn()];
  render(
    <PalabreProvider client={{} as Palabre} locale="en">
      <Menu label="Actions" at={{ x: 10, y: 10 }} items={[{ label: "Delete", run }]} onClose={onClose} />
    </PalabreProvider>,
  );
  const item = screen.getByText<HTMLElement>("Delete");
  const around = screen.getByLabelText<HTMLElement>("Actions", { selector: "dialog" });
  return { onClose, run, item, around };
}

/** As a finger or a mouse button is lifted there. */
const lifted = (over: Element) => fireEvent(over, createEvent.click(over, { detail: 1 }));
const pressed = (on: Element) => fireEvent.pointerDown(on, { pointerType: "touch" });

it("lifting the finger that opened it neither chooses what lies under it nor closes it", () => {
  const { onClose, run, item, around } = menu();
  lifted(item);
  lifted(around);
  expect(run).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

it("the next touch chooses, and one beside it closes", () => {
  const { onClose, run, item, around } = menu();
  pressed(item);
  lifted(item);
  expect(run).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledOnce();
  pressed(around);
  lifted(around);
  expect(onClose).toHaveBeenCalledTimes(2);
  expect(run).toHaveBeenCalledOnce();
});

it("a key chooses without any pointer", () => {
  const { run, item } = menu();
  // what a browser makes of Enter and of the space bar on a button
  fireEvent(item, createEvent.click(item, { detail: 0 }));
  expect(run).toHaveBeenCalledOnce();
});
