// SPDX-License-Identifier: Apache-2.0
import { memo } from "react";
import { classes } from "../classes.js";
import { Marked } from "../search/Marked.js";
import type { Named, Piece } from "./parse.js";
import { parse } from "./parse.js";
import style from "./RichText.module.css";
import { shortened } from "./shortened.js";

export interface RichTextProps {
  readonly text: string;
  readonly named?: readonly Named[];
  /** Of those named, oneself. */
  readonly selfId?: string;
  /** Only so many characters of it. */
  readonly most?: number | undefined;
}

/** A message's words with their links and styles. Whatever it says, it is only ever text and these few elements. */
export const RichText = memo(function RichText({ text, named, selfId, most }: RichTextProps) {
  const pieces = parse(text, named);
  return <Pieces pieces={most === undefined ? pieces : shortened(pieces, most)} selfId={selfId} />;
});

function Pieces({
  pieces,
  selfId,
}: {
  readonly pieces: readonly Piece[];
  readonly selfId: string | undefined;
}) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no name but their place in it
  return pieces.map((piece, index) => <One key={index} piece={piece} selfId={selfId} />);
}

function One({ piece, selfId }: { readonly piece: Piece; readonly selfId: string | undefined }) {
  switch (piece.is) {
    case "text":
      return <Marked text={piece.text} />;
    case "link":
      return (
        <a className={style.link} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
          <Marked text={piece.text} />
        </a>
      );
    case "mention":
      return <span className={classes(style.mention, piece.id === selfId && style.me)}>{piece.text}</span>;
    case "code":
      return <code className={style.code}>{piece.text}</code>;
    case "block":
      return (
        <code className={style.block} dir="ltr">
          {piece.text}
        </code>
      );
    case "strong":
      return (
        <strong>
          <Pieces pieces={piece.pieces} selfId={selfId} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Pieces pieces={piece.pieces} selfId={selfId} />
        </em>
      );
    case "del":
      return (
        <del>
          <Pieces pieces={piece.pieces} selfId={selfId} />
        </del>
      );
  }
}
