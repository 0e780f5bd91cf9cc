// SPDX-License-Identifier: Apache-2.0

/** A piece of text that leads somewhere: what is shown is where it goes. */
export interface Link {
  readonly href: string;
  readonly text: string;
  /** Up to where in the text it reaches. */
  readonly end: number;
}

const START = /https?:\/\/|mailto:|tel:|www\./iy;
const REST = /[^\s<>"\p{C}]*/uy;
const PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:"]);
/** Alphabets whose letters can be taken for Latin ones. */
const LOOKALIKE =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;
const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** The link that begins at this place of a text, if one does: http, https, mailto or tel, and without a name before the host. */
export function linkAt(text: string, at: number): Link | undefined {
  START.lastIndex = at;
  if (!START.test(text)) return undefined;
  REST.lastIndex = at;
  const typed = withoutEnding(REST.exec(text)?.[0] ?? "");
  const bare = /^www\./i.test(typed);
  const url = parsedUrl(bare ? `https://${typed}` : typed);
  if (!url || !PROTOCOLS.has(url.protocol) || url.username !== "" || url.password !== "") return undefined;
  const end = at + typed.length;
  if (!url.protocol.startsWith("http"))
    return url.pathname === "" ? undefined : { href: url.href, text: typed, end };
  if (!url.hostname) return undefined;
  return { href: url.href, text: honest(typed) ? typed : url.href, end };
}

/** Whether its host reads as what it is; if not, the address is shown as machines see it. */
function honest(typed: string): boolean {
  const [host = ""] = typed.replace(/^https?:\/\//i, "").split(/[/?#\\]/, 1);
  return !LOOKALIKE.test(host) && !host.split(".").some((label) => LATIN.test(label) && FOREIGN.test(label));
}

function parsedUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** Without what belongs to the sentence around it: a full stop, a bracket that was opened before. */
function withoutEnding(typed: string): string {
  let end = typed.length;
  let open = count(typed, "(") - count(typed, ")");
  for (; end > 0; end--) {
    const last = typed[end - 1] ?? "";
    if (last === ")" && open >= 0) break;
    if (!/[.,;:!?'’»”)\]}*_~]/.test(last)) break;
    if (last === ")") open++;
  }
  return typed.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
