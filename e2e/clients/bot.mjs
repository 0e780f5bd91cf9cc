// SPDX-License-Identifier: Apache-2.0
// A bot that says back what it is told, once, whatever happens in between. PALABRE_URL and TOKEN say where and who.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { io } from "socket.io-client";

const url = process.env.PALABRE_URL ?? "http://localhost:3000";
const token = process.env.TOKEN;
const file = process.env.MEMORY ?? "bot.json";

// What it remembers between runs: which history, and the last number it holds of each conversation.
let memory = { epoch: undefined, ownSeq: 0, cursors: {} };
try {
  memory = JSON.parse(readFileSync(file, "utf8"));
} catch {
  console.log("a first start: what was said before is left unanswered");
}
// Renamed into its place: whenever it is killed, the file is there and whole.
function keep() {
  writeFileSync(`${file}.new`, JSON.stringify(memory), { flush: true });
  renameSync(`${file}.new`, file);
}

const socket = io(url, { auth: { token } });
let me;

const ask = (event, data) => socket.timeout(10_000).emitWithAck(event, data);
const sync = (cursors) => ask("sync", { epoch: memory.epoch, ownSeq: memory.ownSeq, cursors });

// Everything there is, as if seen: for a first start, and after a restored backup.
async function begin({ epoch, ownSeq }) {
  memory = { epoch, ownSeq, cursors: {} };
  const answer = await fetch(`${url}/api/conversations?limit=200`, { headers: { authorization: `Bearer ${token}` } });
  for (const { id, lastSeq } of (await answer.json()).conversations) memory.cursors[id] = lastSeq;
  keep();
}

// Hears one event, pushed or caught up with. Hearing a number again is normal; a number too many means one was missed.
async function hear(event, { conversationId, seq, ownSeq, message }) {
  if (ownSeq !== undefined) memory.ownSeq = Math.max(memory.ownSeq, ownSeq);
  if (event === "new_conversation" && !(conversationId in memory.cursors)) {
    memory.cursors[conversationId] = 0;
    await sync({ [conversationId]: 0 });
  }
  const held = memory.cursors[conversationId];
  if (seq === undefined || held === undefined || seq <= held) return;
  if (seq > held + 1) return void (await sync({ [conversationId]: held }));
  if (event === "new_message" && message.senderId !== me && message.type === "text") await reply(message);
  memory.cursors[conversationId] = seq;
  keep();
}

// The client id makes it once: said again after a crash, it is the same message.
async function reply({ id, conversationId, content }) {
  const said = await ask("send_message", { conversationId, content: `« ${content} »`, clientId: `echo-${id}` });
  if (!said.ok && said.error.retryable) throw new Error(said.error.message);
}

// One event after the other, so that numbers are taken in order.
let turn = Promise.resolve();
const inTurn = (work) => (turn = turn.then(work).catch((error) => console.error(`later: ${error.message}`)));

socket.onAny((event, data) => {
  if (event === "sync_page") data.events.forEach((one) => inTurn(() => hear(one.event, one.data)));
  else if (event === "epoch_changed") inTurn(() => begin({ epoch: data.epoch, ownSeq: 0 }));
  else if (event !== "authenticated") inTurn(() => hear(event, data));
});
socket.on("authenticated", ({ user, epoch, ownSeq }) => {
  me = user.id;
  console.log(`${user.username} listens`);
  inTurn(() => (memory.epoch === undefined ? begin({ epoch, ownSeq }) : sync(memory.cursors)));
});
socket.on("connect_error", (error) => console.error(`not let in: ${error.message}`));
