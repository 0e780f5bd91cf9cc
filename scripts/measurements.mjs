// SPDX-License-Identifier: Apache-2.0
// Files rows of figures in docs/measurements.md, in place of what an earlier run left of the same figures:
//   ./palabre bench --markdown fanout | node scripts/measurements.mjs
// Rows with a goal come first, in one table; the others under the command that made them. Prose stays as it is.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const page = join(import.meta.dirname, "../docs/measurements.md");

/** @typedef {{ what: string, figure: string, unit: string, ratio: string, goal: string, met: string, command: string, commit: string }} Row */

/** The page's text with the rows among these lines in it. */
function filed(text, lines) {
  const parts = text.split(/^(?=## )/m);
  const rows = new Map(rowsOf(parts.filter(isTables).join("\n").split("\n")).map((row) => [keyOf(row), row]));
  for (const row of rowsOf(lines)) rows.set(keyOf(row), row);
  const all = [...rows.values()];
  const tables = { "## Goals": goals(all), "## Figures": figures(all) };
  return parts.map((part) => tables[titleOf(part)] ?? part).join("");
}

const titleOf = (part) => part.split("\n", 1)[0].trim();
const isTables = (part) => ["## Goals", "## Figures"].includes(titleOf(part));

/** Rows as they are printed (eight cells), and as they stand under a command (five). */
function rowsOf(lines) {
  const rows = [];
  let under = "";
  for (const line of lines) {
    if (line.startsWith("### ")) under = line.slice(4).trim();
    const cells = line.startsWith("| ") ? line.slice(1, line.lastIndexOf("|")).split("|").map((cell) => cell.trim()) : [];
    if (["what", "---"].includes(cells[0])) continue;
    if (cells.length === 8) {
      const [what, figure, unit, ratio, goal, met, command, commit] = cells;
      rows.push({ what, figure, unit, ratio, goal, met, command, commit });
    } else if (cells.length === 5) {
      const [what, figure, unit, ratio, commit] = cells;
      rows.push({ what, figure, unit, ratio, goal: "", met: "", command: under, commit });
    }
  }
  return rows;
}

/** The same figure of the same benchmark, however long it ran and whatever it noted in brackets. */
function keyOf({ what, unit, command }) {
  return `${commandOf(command)} ${what.replace(/\([^)]*\)/g, (note) => note.replace(/[\d.]+/g, "N"))} ${unit}`;
}

const commandOf = (command) => command.replace(/ --(rounds|seconds) \d+/g, "");

function goals(all) {
  const rows = all.filter(({ goal }) => goal);
  return `## Goals

${table(["what", "figure", "unit", "ratio", "goal", "met?", "command", "commit"], rows.map((row) => Object.values(row)))}

`;
}

function figures(all) {
  const rest = all.filter(({ goal }) => !goal);
  const commands = [...new Set(rest.map(({ command }) => commandOf(command)))];
  const sections = commands.map((command) => {
    const rows = rest.filter((row) => commandOf(row.command) === command);
    const cells = rows.map(({ what, figure, unit, ratio, commit }) => [what, figure, unit, ratio, commit]);
    return `### ${command}\n\n${table(["what", "figure", "unit", "ratio", "commit"], cells)}\n`;
  });
  return `## Figures\n\n${sections.join("\n")}`;
}

function table(head, rows) {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

writeFileSync(page, filed(readFileSync(page, "utf8"), readFileSync(0, "utf8").split("\n")));
