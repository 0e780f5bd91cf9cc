// SPDX-License-Identifier: Apache-2.0
import type { Piece } from "./parse.js";

/** Of a character of two units the first. */
const HALF = /[\uD800-\uDBFF]$/;

/** Of these pieces the first `most` characters of what they say; a link or a name is there whole or not at all. */
export function shortened(pieces: readonly Piece[], most: number): readonly Piece[] {
  const kept: Piece[] = [];
  let room = most;
  for (const piece of pieces) {
    if (room <= 0) break;
    const length = lengthOf(piece);
    const fitting = length <= room ? piece : cut(piece, room);
    if (fitting) kept.push(fitting);
    room -= length;
  }
  return kept;
}

function cut(piece: Piece, most: number): Piece | undefined {
  switch (piece.is) {
    case "text":
    case "code":
    case "block":
      return { ...piece, text: piece.text.slice(0, most).replace(HALF, "") };
    case "link":
    case "mention":
      return undefined;
    case "strong":
    case "em":
    case "del":
      return { ...piece, pieces: shortened(piece.pieces, most) };
  }
}

function lengthOf(piece: Piece): number {
  if (!("pieces" in piece)) return piece.text.length;
  return piece.pieces.reduce((length, one) => length + lengthOf(one), 0);
}
