// SPDX-License-Identifier: Apache-2.0

/** The first that a browser names itself by counts: Edge also says Chrome, and Chrome also says Safari. */
const browsers: readonly [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Headless)?Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/CrOS/, "ChromeOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** What a person would call the device that says this of itself. */
export function deviceOf(userAgent = ""): { name: string | undefined; phone: boolean } {
  const named = (all: typeof browsers) => all.find(([sign]) => sign.test(userAgent))?.[1];
  const name = [named(browsers), named(systems)].filter(Boolean).join(" · ");
  const known = name || userAgent.split("/")[0] || undefined;
  return { name: known, phone: /iPhone|Android.*Mobile/.test(userAgent) };
}
