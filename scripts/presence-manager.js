#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// status · cleanup · test · stale: the same as `./palabre presence …`, to which all words are passed on.
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const palabre = join(__dirname, "..", "palabre");
const ran = spawnSync(palabre, ["presence", ...process.argv.slice(2)], { stdio: "inherit" });
if (ran.error) console.error(ran.error.message);
process.exit(ran.status ?? 1);
