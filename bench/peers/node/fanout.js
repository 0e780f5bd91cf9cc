// SPDX-License-Identifier: Apache-2.0
// The small application that every Socket.IO peer offers: one room, an echo, and a chat message that nothing stores.
import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen } from "./lines.js";

const http = createServer();
const io = new Server(http, { serveClient: false });
let seq = 0;

io.on("connection", (socket) => {
  socket.join("room");
  socket.on("say", (text) => io.to("room").emit("said", text));
  socket.on("echo", (text, ack) => ack(text));
  socket.on("send_message", ({ conversationId, content, clientId }, ack) => {
    const message = {
      id: `${conversationId}-${++seq}`,
      conversationId,
      seq,
      ord: seq,
      clientId,
      senderId: socket.id,
      type: "text",
      content,
      createdAt: new Date().toISOString(),
    };
    ack({ ok: true, message });
    io.to("room").emit("new_message", { conversationId, seq, message });
  });
});

listen(http);
