// SPDX-License-Identifier: Apache-2.0
// socket.io with better-sqlite3, as an application would write it: each message is on disk before it is acknowledged.
import { createServer } from "node:http";
import Database from "better-sqlite3";
import { Server } from "socket.io";
import { listen } from "./lines.js";

const db = new Database(process.argv[process.argv.indexOf("--data") + 1]);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`
  CREATE TABLE message (
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, sender TEXT NOT NULL, client_id TEXT NOT NULL,
    content TEXT NOT NULL, created_at INTEGER NOT NULL,
    PRIMARY KEY (conversation, seq), UNIQUE (conversation, sender, client_id)
  ) WITHOUT ROWID`);
const insert = db.prepare(`
  INSERT INTO message
  SELECT @conversation, coalesce(max(seq), 0) + 1, @sender, @clientId, @content, @at
  FROM message WHERE conversation = @conversation
  RETURNING seq`);

const http = createServer();
const io = new Server(http, { serveClient: false });

io.on("connection", (socket) => {
  const { conversation, sender } = socket.handshake.auth;
  socket.join(conversation);
  socket.on("send_message", ({ conversationId, content, clientId }, ack) => {
    const at = Date.now();
    const { seq } = insert.get({ conversation: conversationId, sender, clientId, content, at });
    const message = {
      id: `${conversationId}-${seq}`,
      conversationId,
      seq,
      ord: seq,
      clientId,
      senderId: sender,
      type: "text",
      content,
      createdAt: new Date(at).toISOString(),
    };
    ack({ ok: true, message });
    io.to(conversationId).emit("new_message", { conversationId, seq, message });
  });
});

listen(http);
