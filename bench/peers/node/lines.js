// SPDX-License-Identifier: Apache-2.0
// How the benchmark talks with a peer: lines on standard input and output. The end of the input ends the process.
import { createInterface } from "node:readline";

const answers = {
  gc() {
    global.gc();
    return "done";
  },
};

export function listen(server) {
  const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
  server.listen(port, "127.0.0.1", 4096, () => console.log("ready"));
  createInterface({ input: process.stdin })
    .on("line", (line) => console.log(answers[line]?.() ?? "unknown"))
    .on("close", () => process.exit(0));
}
