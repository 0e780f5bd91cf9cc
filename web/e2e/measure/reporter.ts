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
  private readonly rows: string[] = [];
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
    for (const { type, description } of annotations) {
      if (type !== "figure") continue;
      const row = this.row(JSON.parse(description ?? "") as Figure);
      this.rows.push(row);
      console.log(row);
    }
    if (status !== "passed" && status !== "skipped")
      console.error(`${title}: ${status}\n${errors.map(({ message }) => message).join("\n")}`);
  }

  /** Fails for a goal that is missed only where that is asked for. */
  async onEnd(): Promise<{ status: "failed" } | undefined> {
    if (process.env.RECORD) record(this.rows);
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

/** In place of the rows that an earlier run left. */
function record(rows: readonly string[]): void {
  const lines = readFileSync(table, "utf8").split("\n");
  const first = lines.findIndex((line) => line.includes(command));
  const others = lines.filter((line) => !line.includes(command));
  others.splice(first < 0 ? others.length : first, 0, ...rows);
  writeFileSync(table, others.join("\n"));
}
