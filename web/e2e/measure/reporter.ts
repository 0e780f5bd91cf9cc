// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from "node:child_process";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import type { Figure } from "./figures.js";

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"]).toString().trim();

/** Each figure as a row of docs/measurements.md, as soon as it is known; what fails, with its reason. */
export default class Rows implements Reporter {
  private missed = 0;

  onBegin() {
    console.log("| what | figure | unit | ratio | goal | met? | command | commit |");
    console.log("|---|---|---|---|---|---|---|---|");
  }

  onTestEnd({ title }: TestCase, { annotations, errors, status }: TestResult) {
    const figures = annotations.filter(({ type }) => type === "figure");
    for (const { description } of figures) console.log(this.row(JSON.parse(description ?? "") as Figure));
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
      "`npm run measure -w @palabre/e2e`",
      commit,
    ];
    return `| ${cells.join(" | ")} |`;
  }
}
