// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { serverAddress } from "./client.js";

function page(head = ""): Document {
  return new DOMParser().parseFromString(`<html><head>${head}</head></html>`, "text/html");
}

const meta = '<meta name="palabre-server" content="https://chat.example">';

it("speaks to the server that served the page, unless the build or the page names another", () => {
  const built = { VITE_WEBSOCKET_URL: "https://sockets.example/" };
  expect(serverAddress(page(), {})).toBe("");
  expect(serverAddress(page(), built)).toBe("https://sockets.example");
  expect(serverAddress(page(meta), built)).toBe("https://chat.example");
});
