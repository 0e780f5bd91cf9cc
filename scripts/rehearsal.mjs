#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// A rehearsal, on a server with an empty folder: people sign in, talk, go and come back to what they missed. What Java
// learns of the program meanwhile is kept beside it, so that it need not learn it again after each start.
// `node scripts/rehearsal.mjs DATA`
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const { io } = createRequire(new URL("../web/package.json", import.meta.url))("socket.io-client");
const { url, token: operator } = JSON.parse(await readFile(`${process.argv[2]}/operator.json`, "utf8"));
const PEOPLE = 60;
const GROUPS = PEOPLE / 5;
const GROUPS_EACH = 4;
const TIMES = 3;
const LINES = 2;
const PASSWORD = "only for a rehearsal";

async function rest(token, path, body, method = body ? "POST" : "GET") {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

const together = (things, doing) => Promise.all(things.map(doing));

/** Somebody who talks in these groups, by number. */
async function person({ id, username }, at) {
  const { token } = await rest(operator, `/api/admin/users/${id}/sessions`, {});
  const cursors = {};
  return { id, username, token, cursors, groups: Array.from({ length: GROUPS_EACH }, (_, turn) => (turn * 7 + at * (turn + 1)) % GROUPS) };
}

/** Comes by socket, asks for what was missed, and is back when all of it is there. */
async function comes(one) {
  const socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, auth: { token: one.token } });
  one.say = async (event, data) => {
    const { ok, error, ...said } = await socket.timeout(30_000).emitWithAck(event, data);
    if (!ok) throw new Error(`${event}: ${error.code}`);
    return said;
  };
  const heard = ({ conversationId, seq }) => (one.cursors[conversationId] = seq);
  socket.on("new_message", heard);
  socket.on("sync_page", ({ events }) => events.map(({ data }) => data).forEach(heard));
  const { ownSeq } = await new Promise((seated, failed) => {
    socket.once("authenticated", seated);
    socket.once("connect_error", failed);
  });
  one.goes = () => socket.disconnect();
  await one.say("sync", { ownSeq, cursors: one.cursors });
}

async function looks(one) {
  await rest(one.token, "/api/users/me");
  const { conversations } = await rest(one.token, "/api/conversations");
  const { id, lastSeq } = conversations[0];
  await rest(one.token, `/api/conversations/${id}/messages`);
  await one.say("join_conversation", id);
  await one.say("watch_presence", [one.other]);
  await one.say("typing_start", id);
  await one.say("mark_as_read", { conversationId: id, seq: lastSeq });
  await one.say("leave_conversation", id);
}

const { user } = await rest(operator, "/api/admin/users", { username: "prompter", password: PASSWORD });
for (let time = 0; time < 3; time++) await rest(undefined, "/api/auth/login", { username: user.username, password: PASSWORD });
const users = Array.from({ length: PEOPLE }, (_, at) => ({ username: `player-${at}` }));
const { made } = await rest(operator, "/api/admin/users/batch", { users });
const people = await together(made, person);
const groups = await together([...Array(GROUPS).keys()], async (group) => {
  const [first, ...others] = people.filter((one) => one.groups.includes(group));
  const wish = { type: "group", title: `Scene ${group}`, memberIds: others.map((one) => one.id) };
  const { conversation } = await rest(first.token, "/api/conversations", wish);
  for (const one of [first, ...others]) one.cursors[conversation.id] = conversation.lastSeq;
  return { id: conversation.id, first };
});
people.forEach((one, at) => (one.other = people[(at + 1) % PEOPLE].id));
for (let time = 1; time <= TIMES; time++) {
  for (const { id, first } of groups) await rest(first.token, `/api/conversations/${id}/messages`, { content: "Back?" });
  await together(people, comes);
  await together(people, looks);
  for (let line = 0; line < LINES; line++)
    await together(people, (one) =>
      one.say("send_message", { conversationId: groups[one.groups[line % GROUPS_EACH]].id, content: `Here, for the ${time}.`, clientId: crypto.randomUUID() }),
    );
  await rest(people[0].token, "/api/search?q=here");
  people.forEach((one) => one.goes());
}
