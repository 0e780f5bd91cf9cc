// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { daysBetween } from "./dates.js";
import { loadLanguage, preferredLocale } from "./language.js";

const french = await loadLanguage("fr");
const english = await loadLanguage("en");

const now = new Date("2026-03-18T12:00:00");
const at = (local: string) => new Date(local).toISOString();

describe("dates as people say them", () => {
  const { dates: fr } = french;
  const { dates: en } = english;

  it.each([
    ["2026-03-18T09:05:00", "09:05", "09:05"],
    ["2026-03-17T23:59:00", "Hier", "Yesterday"],
    ["2026-03-15T10:00:00", "Dimanche", "Sunday"],
    ["2026-03-01T10:00:00", "01/03", "01/03"],
    ["2025-12-24T10:00:00", "24/12/25", "24/12/25"],
  ])("%s in the list", (local, french, english) => {
    expect(fr.short(at(local), now)).toBe(french);
    expect(en.short(at(local), now)).toBe(english);
  });

  it("the day over messages", () => {
    expect(fr.day(at("2026-03-18T00:01:00"), now)).toBe("Aujourd’hui");
    expect(fr.day(at("2026-03-01T00:01:00"), now)).toBe("1 mars 2026");
    expect(en.day(at("2026-03-17T00:01:00"), now)).toBe("Yesterday");
  });

  it("how long ago", () => {
    expect(fr.ago(at("2026-03-18T11:55:00"), now)).toBe("il y a 5 minutes");
    expect(en.ago(at("2026-03-17T12:00:00"), now)).toBe("yesterday");
  });
});

it("a day of 23 hours is a day", () => {
  expect(daysBetween(new Date("2026-03-28T12:00:00"), new Date("2026-03-30T00:30:00"))).toBe(2);
});

it("the first language with words is taken, else English", () => {
  expect(preferredLocale(["wo-SN", "fr-SN", "en"])).toBe("fr");
  expect(preferredLocale(["de"])).toBe("en");
});

it("plurals follow the language: French has zero in the singular", () => {
  expect(french.words.newMessages(0)).toBe("0 nouveau message");
  expect(french.words.newMessages(2)).toBe("2 nouveaux messages");
  expect(english.words.newMessages(0)).toBe("0 new messages");
});
