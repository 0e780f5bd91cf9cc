// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";
import { describe, expect, it } from "vitest";
import { withFace, withLastFace } from "../emoji/faces.js";
import { mentionsIn, suggestCommands, suggestPeople, triggerAt } from "./suggestions.js";

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

  it("come for / at the very beginning alone", () => {
    expect(triggerAt("/", 1)).toEqual({ mark: "/", term: "", from: 0 });
    expect(triggerAt("/fich", 5)).toEqual({ mark: "/", term: "fich", from: 0 });
    for (const none of ["a /fich", " /fich", "/fich ", "/home/awa", "//", "1/2"])
      expect(triggerAt(none, none.length)).toBeUndefined();
  });

  it("find commands by the beginning of their name, without accents", () => {
    const commands = ["fichier", "emoji", "échanger"].map((name) => ({
      name,
      about: "",
      Icon: () => null,
      run: () => {},
    }));
    const names = (term: string) =>
      suggestCommands(commands, term).map((one) => (one.is === "command" ? one.command.name : ""));
    expect(names("")).toEqual(["fichier", "emoji", "échanger"]);
    expect(names("E")).toEqual(["emoji", "échanger"]);
    expect(names("ech")).toEqual(["échanger"]);
    expect(names("x")).toEqual([]);
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
