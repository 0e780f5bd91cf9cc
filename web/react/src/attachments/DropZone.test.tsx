// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { ChosenProvider, useChosen } from "./Chosen.js";
import { DropZone } from "./DropZone.js";

await loadLanguage("en");
afterEach(cleanup);

function Conversation() {
  const whole = useRef<HTMLElement>(null);
  const { files, problem } = useChosen();
  return (
    <section ref={whole} aria-label="conversation">
      <DropZone over={whole} />
      {files.map(({ name }) => name).join(", ")}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}

function page() {
  return (
    <PalabreProvider client={{} as Palabre} locale="en">
      <ChosenProvider>
        <p>beside</p>
        <Conversation />
      </ChosenProvider>
    </PalabreProvider>
  );
}

const file = new File(["x"], "devis.pdf", { type: "application/pdf" });
const carrying = { dataTransfer: { types: ["Files"], files: [file] } };

it("takes files anywhere in a conversation, and shows where", () => {
  render(page());
  const conversation = screen.getByLabelText("conversation");
  fireEvent.dragEnter(conversation, carrying);
  screen.getByText("Drop the files here");
  fireEvent.dragLeave(conversation, { ...carrying, relatedTarget: null });
  expect(screen.queryByText("Drop the files here")).toBeNull();
  fireEvent.drop(conversation, carrying);
  expect(conversation.textContent).toBe("devis.pdf");
});

it("does not let a file that is dropped beside it take the place of the page", () => {
  const { unmount } = render(page());
  const dropped = () => {
    const event = createEvent.drop(document.body, carrying);
    fireEvent(document.body, event);
    return event.defaultPrevented;
  };
  expect(dropped()).toBe(true);
  expect(screen.getByLabelText("conversation").textContent).toBe("");
  unmount();
  expect(dropped()).toBe(false);
});

it("leaves out by name what is empty, which no server takes, and keeps the others", () => {
  render(page());
  const empty = new File([], "vide.txt");
  fireEvent.drop(screen.getByLabelText("conversation"), {
    dataTransfer: { types: ["Files"], files: [empty, file] },
  });
  expect(screen.getByRole("alert").textContent).toBe("vide.txt is empty and was left out.");
  expect(screen.getByLabelText("conversation").textContent).toMatch(/^devis\.pdf/);
});
