// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";
import type { Figure } from "./figures.js";

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim();

const table = join(import.meta.dirname, "../../../docs/measurements.md");
const command = "`npm run measure -w @palabre/e2e`";

/** Each figure as a row of docs/measurements.md, as soon as it is known; what fails, with its reason. */
export default class Rows implements Reporter {
  private missed = 0;
  private begun = 0;
  private all = 0;

  onBegin(_config: unknown, suite: Suite) {
    this.all = suite.allTests().length;
    console.log("| what | figure | unit | ratio | goal | met? | command | commit |");
    console.log("|---|---|---|---|---|---|---|---|");
  }

  onTestBegin({ title }: TestCase) {
    this.begun += 1;
    console.error(`${new Date().toTimeString().slice(0, 8)} ${this.begun}/${this.all} ${title} …`);
  }

  onTestEnd({ title }: TestCase, { annotations, errors, status }: TestResult) {
    const rows = annotations
      .filter(({ type }) => type === "figure")
      .map(({ description }) => this.row(JSON.parse(description ?? "") as Figure));
    for (const row of rows) console.log(row);
    if (process.env.RECORD && status === "passed") record(rows);
    if (status !== "passed" && status !== "skipped")
      console.error(`${title}: ${status}\n${errors.map(({ message }) => message).join("\n")}`);
  }

  /** Fails for a goal that is missed only where that is asked for. */
  async onEnd(): Promise<{ status: "failed" } | undefined> {
    return process.env.HOLD && this.missed > 0 ? { status: "failed" } : undefined;
  }

  private row({ what, value, unit, ratio, goal }: Figure): string {
    const held = ratio ?? value;
    const met = goal === undefined || held <= goal;
    if (!met) this.missed++;
    const number = (n: number) =>
      (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2)).replace(/\.0+$/, "");
    const cells = [
      `web: ${what}`,
      number(value),
      unit,
      ratio === undefined ? "" : `${number(ratio)}×`,
      goal === undefined ? "" : `≤ ${goal}${ratio === undefined ? "" : "×"}`,
      goal === undefined ? "" : met ? "met" : "MISSED",
      command,
      commit,
    ];
    return `| ${cells.join(" | ")} |`;
  }
}

/** In place of what an earlier run left of the same figures; new ones behind the last of ours. */
function record(rows: readonly string[]): void {
  const ours = new Map(rows.map((row) => [figureOf(row), row]));
  const lines = readFileSync(table, "utf8").split("\n");
  const kept = lines.map((line) => {
    const row = line.includes(command) ? ours.get(figureOf(line)) : undefined;
    if (row) ours.delete(figureOf(line));
    return row ?? line;
  });
  const last = kept.findLastIndex((line) => line.includes(command));
  kept.splice(last < 0 ? kept.length : last + 1, 0, ...ours.values());
  writeFileSync(table, kept.join("\n"));
}

/** What a row is about. */
function figureOf(row: string): string | undefined {
  return row.split("|")[1]?.trim();
}
