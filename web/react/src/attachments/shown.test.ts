// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { durationText, kindOf, shownFiles, sizeText } from "./shown.js";

it("sizes are said as people say them", () => {
  expect(sizeText(900, "en-GB")).toBe("900 bytes");
  expect(sizeText(1_400_000, "en-GB")).toBe("1.4 MB");
  expect(sizeText(25_000_000, "fr").replace(/\s/g, " ")).toBe("25 Mo");
});

it("durations have their seconds in two figures", () => {
  expect([0, 9.4, 75, 600].map(durationText)).toEqual(["0:00", "0:09", "1:15", "10:00"]);
});

it("a drawing that can hold a script is no picture", () => {
  expect(["image/png", "image/svg+xml", "video/mp4", "text/html"].map(kindOf)).toEqual([
    "image",
    "file",
    "video",
    "file",
  ]);
});

it("a file that was refused is not underway any more, even while its message waits", () => {
  const file = { key: "a", name: "a.png", type: "image/png", size: 9, uploaded: 3 };
  const shown = shownFiles([], [file, { ...file, key: "b", error: "too_large" }]);
  expect(shown.map(({ underway, refused }) => [underway, refused])).toEqual([
    [true, false],
    [false, true],
  ]);
});
