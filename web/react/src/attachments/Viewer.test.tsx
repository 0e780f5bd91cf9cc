// SPDX-License-Identifier: Apache-2.0
import type { Attachment, Palabre } from "@palabre/sdk";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { PalabreProvider } from "../provider/PalabreProvider.js";
import { shownFiles } from "./shown.js";
import Viewer from "./Viewer.js";

await loadLanguage("en");
afterEach(cleanup);

const pictures = ["one", "two"].map(
  (name): Attachment => ({ id: name, name, type: "image/png", kind: "image", size: 1, url: `/${name}.png` }),
);

it("keeps what happens in it from the message that it belongs to", () => {
  const under = vi.fn();
  render(
    <PalabreProvider client={{} as Palabre} locale="en">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it stands for a message, which listens to all of this */}
      <div onPointerDown={under} onPointerUp={under} onContextMenu={under} onClick={under} onKeyDown={under}>
        <Viewer files={shownFiles(pictures, [])} first={0} onClose={() => {}} />
      </div>
    </PalabreProvider>,
  );
  const picture = screen.getByAltText("one");
  fireEvent.pointerDown(picture, { pointerType: "touch" });
  fireEvent.pointerUp(picture, { pointerType: "touch" });
  fireEvent.contextMenu(picture);
  fireEvent.click(picture);
  fireEvent.keyDown(picture, { key: "ArrowRight" });
  expect(screen.getByAltText("two")).toBeTruthy();
  expect(under).not.toHaveBeenCalled();
});
