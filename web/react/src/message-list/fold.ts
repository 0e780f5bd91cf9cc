// SPDX-License-Identifier: Apache-2.0
const MOST = 1_200;
const MOST_LINES = 24;
/** What is not much longer is shown whole: to fold a line or two away is no help. */
const SLACK = 1.3;

/** Where a long text is folded, in its characters; nowhere, if it is short enough to be shown whole. */
export function foldAt(text: string): number | undefined {
  const end = endOf(text, MOST, MOST_LINES);
  if (end === undefined || endOf(text, MOST * SLACK, MOST_LINES * SLACK) === undefined) return undefined;
  const space = text.lastIndexOf(" ", end);
  return space > end - 60 ? space : end;
}

/** Where so many characters or lines are over. */
function endOf(text: string, most: number, lines: number): number | undefined {
  let at = -1;
  for (let line = 0; line < lines; line++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0 || at > most) return text.length > most ? most : undefined;
  }
  return at;
}
