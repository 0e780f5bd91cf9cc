// SPDX-License-Identifier: Apache-2.0
const RECENT = "palabre.emoji.recent";
const TONE = "palabre.emoji.tone";
const MOST = 24;
const first = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

/** The emoji used last, the latest first; before any, the usual ones. */
export function recentEmoji(): readonly string[] {
  const kept = (localStorage.getItem(RECENT) ?? "").split(" ").filter(Boolean);
  return [...new Set([...kept, ...first])].slice(0, MOST);
}

export function rememberEmoji(text: string): void {
  const others = (localStorage.getItem(RECENT) ?? "").split(" ").filter((one) => one && one !== text);
  keep(RECENT, [text, ...others].slice(0, MOST).join(" "));
}

/** The skin tone chosen in this browser: 0 is none, 1 the lightest. */
export function skinTone(): number {
  return Number(localStorage.getItem(TONE) ?? 0) || 0;
}

export function chooseSkinTone(tone: number): void {
  keep(TONE, String(tone));
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // full, or forbidden: what was picked is not remembered, and sent all the same
  }
}
