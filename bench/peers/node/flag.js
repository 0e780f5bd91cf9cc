// SPDX-License-Identifier: Apache-2.0
// socket.io with better-sqlite3, as applications do presence: a flag in the table of users, told to everybody.
import { createServer } from "node:http";
import Database from "better-sqlite3";
import { Server } from "socket.io";
import { listen } from "./lines.js";

const db = new Database(process.argv[process.argv.indexOf("--data") + 1]);
db.pragma("journal_mode = WAL");
db.exec(`
  CREATE TABLE user (
    id TEXT PRIMARY KEY, is_online INTEGER NOT NULL, status_text TEXT, last_seen INTEGER NOT NULL
  ) WITHOUT ROWID`);
const flag = db.prepare(`
  INSERT INTO user VALUES (@id, @online, @text, @at)
  ON CONFLICT (id) DO UPDATE SET is_online = @online, status_text = @text, last_seen = @at`);

const http = createServer();
const io = new Server(http, { serveClient: false });

io.on("connection", (socket) => {
  const { id } = socket.handshake.auth;
  const change = (online, text) => {
    const at = Date.now();
    flag.run({ id, online: online ? 1 : 0, text, at });
    const lastSeen = new Date(at).toISOString();
    io.emit(online ? "user_online" : "user_offline", { userId: id, isOnline: online, statusText: text, lastSeen });
  };
  flag.run({ id, online: 1, text: null, at: Date.now() });
  socket.on("set_status", ({ status, statusText }, ack) => {
    change(status === "available", statusText);
    ack({ ok: true });
  });
});

listen(http);
