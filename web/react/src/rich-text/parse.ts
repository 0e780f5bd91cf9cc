// SPDX-License-Identifier: Apache-2.0
import { linkAt } from "./links.js";

/** A piece of a message as it is shown. */
export type Piece =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "link"; readonly text: string; readonly href: string }
  | { readonly is: "mention"; readonly text: string; readonly id: string }
  | { readonly is: "code" | "block"; readonly text: string }
  | { readonly is: "strong" | "em" | "del"; readonly pieces: readonly Piece[] };

/** Who may be named with @ in a text. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const STYLES = { "*": "strong", _: "em", "~": "del" } as const;
const FENCE = "```";

/**
 * What a message says, in pieces: *bold*, _italic_, ~struck~, `code`, ```blocks```, links and mentions. It is a list of
 * words, never markup, and takes time in proportion to the text.
 */
export function parse(text: string, named: readonly Named[] = []): readonly Piece[] {
  const byLength = [...named].sort((a, b) => b.name.length - a.name.length);
  return parsed(text, byLength);
}

function parsed(text: string, named: readonly Named[]): readonly Piece[] {
  const pieces: Piece[] = [];
  /** From where on a mark is known to have no partner. */
  const hopeless = new Map<string, number>();
  let plain = 0;
  let at = 0;

  function closing(mark: string, from: number): number {
    if (from >= (hopeless.get(mark) ?? Number.POSITIVE_INFINITY)) return -1;
    const found = text.indexOf(mark, from);
    if (found < 0) hopeless.set(mark, from);
    return found;
  }

  function take(piece: Piece, end: number) {
    if (at > plain) pieces.push({ is: "text", text: text.slice(plain, at) });
    pieces.push(piece);
    at = end;
    plain = end;
  }

  function styled(mark: keyof typeof STYLES): boolean {
    if (!beginsWord(text, at) || /\s/.test(text[at + 1] ?? " ") || text[at + 1] === mark) return false;
    const end = closing(mark, at + 1);
    const inside = text.slice(at + 1, Math.max(end, at + 1));
    if (end < 0 || inside.includes("\n") || /\s/.test(text[end - 1] ?? "") || !endsWord(text, end + 1))
      return false;
    take({ is: STYLES[mark], pieces: parsed(inside, named) }, end + 1);
    return true;
  }

  function coded(): boolean {
    const fence = text.startsWith(FENCE, at);
    const mark = fence ? FENCE : "`";
    const end = closing(mark, at + mark.length);
    const inside = text.slice(at + mark.length, Math.max(end, at + mark.length));
    if (end < 0 || inside.trim() === "" || (!fence && inside.includes("\n"))) return false;
    take(
      { is: fence ? "block" : "code", text: fence ? inside.replace(/^\n|\n$/g, "") : inside },
      end + mark.length,
    );
    return true;
  }

  function linked(): boolean {
    const link = linkAt(text, at);
    if (link) take({ is: "link", text: link.text, href: link.href }, link.end);
    return link !== undefined;
  }

  function mentioned(): boolean {
    const one = named.find(({ name }) => text.startsWith(name, at + 1));
    if (one) take({ is: "mention", text: `@${one.name}`, id: one.id }, at + 1 + one.name.length);
    return one !== undefined;
  }

  while (at < text.length) {
    const character = text[at] ?? "";
    const took =
      character === "`"
        ? coded()
        : character === "*" || character === "_" || character === "~"
          ? styled(character)
          : character === "@"
            ? mentioned()
            : /[hmtw]/i.test(character) && beginsWord(text, at) && linked();
    if (!took) at++;
  }
  if (at > plain) pieces.push({ is: "text", text: text.slice(plain) });
  return pieces;
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}/@]/u.test(text[at - 1] ?? "");
}

function endsWord(text: string, at: number): boolean {
  return at >= text.length || !/[\p{L}\p{N}]/u.test(text[at] ?? "");
}

/** The words alone, for a line of preview. */
export function plainText(text: string): string {
  return parse(text).map(words).join("");
}

function words(piece: Piece): string {
  return "pieces" in piece ? piece.pieces.map(words).join("") : piece.text;
}

/** Where a text leads, each address once. */
export function linksIn(text: string): readonly { readonly href: string; readonly text: string }[] {
  const links = parse(text).flatMap(linksOf);
  return links.filter((link, index) => links.findIndex(({ href }) => href === link.href) === index);
}

function linksOf(piece: Piece): readonly { href: string; text: string }[] {
  if (piece.is === "link") return [{ href: piece.href, text: piece.text }];
  return "pieces" in piece ? piece.pieces.flatMap(linksOf) : [];
}
