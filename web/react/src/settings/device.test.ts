// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { deviceOf } from "./device.js";

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    "Edge · Windows",
    false,
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    "Safari · iPhone",
    true,
  ],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/142.0 Mobile Safari/537.36", "Chrome · Android", true],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox · Linux", false],
  ["curl/8.5.0", "curl", false],
])("calls %s by the name people know", (userAgent, name, phone) => {
  expect(deviceOf(userAgent)).toEqual({ name, phone });
});

it("says nothing of a device that says nothing", () => {
  expect(deviceOf(undefined)).toEqual({ name: undefined, phone: false });
});
