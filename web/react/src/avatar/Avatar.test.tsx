// SPDX-License-Identifier: Apache-2.0
import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Avatar } from "./Avatar.js";

afterEach(cleanup);

it("shows initials where its picture cannot be had, and the next picture when there is one", () => {
  const face = (src?: string) => <Avatar id="awa" name="Awa Koné" src={src} />;
  const { container, rerender } = render(face("/gone.jpg"));
  fireEvent.error(container.querySelector("img") as HTMLImageElement);
  expect(container.textContent).toBe("AK");
  rerender(face("/there.jpg"));
  expect(container.querySelector("img")?.getAttribute("src")).toBe("/there.jpg");
});
