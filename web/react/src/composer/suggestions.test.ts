// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { describe, expect, it } from "vitest";
import { withFace, withLastFace } from "../emoji/faces.js";
import { mentionsIn, suggestPeople, triggerAt } from "./suggestions.js";

const person = (id: string, displayName: string): User => ({
  id,
  username: id,
  displayName,
  role: "user",
  status: "available",
});
const people = [person("awa", "Awa Koné"), person("ibra", "Ibrahim Ba"), person("elo", "Éloïse Awal")];

describe("suggestions", () => {
  it("come for @ at the beginning of a word, and for : with two letters", () => {
    expect(triggerAt("dis @aw", 7)).toEqual({ mark: "@", term: "aw", from: 4 });
    expect(triggerAt("@", 1)).toEqual({ mark: "@", term: "", from: 0 });
    expect(triggerAt(":sm", 3)).toEqual({ mark: ":", term: "sm", from: 0 });
    for (const none of ["awa@exemple", "14:30", ":s", "fin: oui", "https://x", "@ "])
      expect(triggerAt(none, none.length)).toBeUndefined();
  });

  it("find people by any word of their name, without accents", () => {
    const names = (term: string) =>
      suggestPeople(people, term).map((one) => (one.is === "person" ? one.user.id : ""));
    expect(names("aw")).toEqual(["awa", "elo"]);
    expect(names("kon")).toEqual(["awa"]);
    expect(names("ÉLO")).toEqual(["elo"]);
  });

  it("become mentions of those who are named in full", () => {
    expect(mentionsIn("@Awa Koné, et Ibrahim Ba\u202f?", people)).toEqual(["awa"]);
  });
});

describe("faces", () => {
  it("become emoji once a space or the end follows", () => {
    expect(withFace("merci :) ", 9)).toEqual({ text: "merci 🙂 ", caret: 9 });
    expect(withFace("merci :)", 8)).toBeUndefined();
    expect(withLastFace("merci <3")).toBe("merci ❤️");
  });

  it("are not found inside words", () => {
    expect(withFace("http://x ", 9)).toBeUndefined();
    expect(withFace("(voir:p ", 8)).toBeUndefined();
    expect(withLastFace("constructor")).toBe("constructor");
  });
});
