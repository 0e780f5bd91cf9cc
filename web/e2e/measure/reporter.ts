// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";
import type { Figure } from "./figures.js";

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim();
const files = join(import.meta.dirname, "../../../scripts/measurements.mjs");
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
    if (process.env.RECORD && status === "passed")
      execFileSync(process.execPath, [files], { input: rows.join("\n") });
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
