#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// `node websocket-server.js`, `npm start`, `npm run dev`, `npm run dev:websocket`: the server, by the names that older
// set-ups call it. PORT as ever; a demo with admin/admin and manager/manager unless NODE_ENV=production.
const { spawn } = require("node:child_process");
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const jars = ["palabre.jar", join("server", "target", "palabre.jar")].map((path) => join(__dirname, path));
const demo = process.env.NODE_ENV === "production" ? [] : ["--demo"];
const words = [...demo, ...process.argv.slice(2)];

function command() {
  if (process.platform !== "win32") {
    const built = existsSync(join(__dirname, "pom.xml"));
    return [join(__dirname, "palabre"), [built ? "run" : "serve", ...words]];
  }
  const jar = jars.find(existsSync);
  if (jar) return ["java", ["--enable-native-access=ALL-UNNAMED", "-jar", jar, "serve", ...words]];
  console.error("There is no palabre.jar yet: mvn package -pl server -am -DskipTests");
  process.exit(2);
}

const server = spawn(...command(), { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
// npm, told to end, ends its shell and not what that runs
const shell = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid === shell || server.kill("SIGTERM"), 500).unref();
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.on("exit", (code) => process.exit(code ?? 0));
