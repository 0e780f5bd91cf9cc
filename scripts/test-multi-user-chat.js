#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Two people talk to each other on a running demo, and it is said what of it worked and how long it took; exits with 1
// when something did not. `node scripts/test-multi-user-chat.js [http://localhost:3000]`
const server = process.argv[2] ?? `http://localhost:${process.env.PORT ?? 3000}`;
const PATIENCE = 8_000;
const TYPING_AGAIN = 3_000;
const SEPARATOR = "\x1e";

async function rest(token, path, body) {
  const answer = await fetch(server + path, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  const data = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${data.title}`);
  return data;
}

/** Somebody signed in, with a socket over long-polling, which needs nothing installed. */
async function person(name) {
  const { token, user } = await rest(undefined, "/api/auth/login", { username: name, password: name });
  const address = `${server}/socket.io/?EIO=4&transport=polling`;
  const { sid } = JSON.parse((await (await fetch(address)).text()).slice(1));
  const heard = [];
  let open = true;
  const post = (packet) => fetch(`${address}&sid=${sid}`, { method: "POST", body: packet });
  await post(`40${JSON.stringify({ token })}`);
  const listening = (async () => {
    while (open) {
      const packets = (await (await fetch(`${address}&sid=${sid}`)).text()).split(SEPARATOR);
      for (const packet of packets) {
        if (packet === "2") await post("3");
        if (packet.startsWith("42")) heard.push(JSON.parse(packet.slice(2)));
      }
    }
  })().catch(() => undefined);
  return {
    user,
    rest: (path, body) => rest(token, path, body),
    say: (event, data) => post(`42${JSON.stringify([event, data])}`),
    hears: (event, meant = () => true) => until(() => heard.some(([name, data]) => name === event && meant(data))),
    async leave() {
      open = false;
      await post("41");
      await post("1");
      await listening;
    },
  };
}

async function until(holds) {
  for (const end = Date.now() + PATIENCE; !(await holds()); await new Promise((later) => setTimeout(later, 20)))
    if (Date.now() > end) throw new Error(`not within ${PATIENCE} ms`);
}

async function step(what, doing) {
  const begun = performance.now();
  const result = await doing().catch((error) => {
    console.log(`FAIL ${what}: ${error.message}`);
    process.exit(1);
  });
  console.log(`ok   ${what.padEnd(36)} ${Math.round(performance.now() - begun)} ms`);
  return result;
}

async function main() {
  const admin = await step("admin signs in and connects", () => person("admin"));
  const manager = await step("manager signs in and connects", () => person("manager"));
  await step("each sees the other online", () =>
    until(async () => {
      const ids = (await admin.rest("/api/users/online")).users.map((user) => user.id);
      return [admin, manager].every((one) => ids.includes(one.user.id));
    }),
  );
  await manager.hears("unread_total");
  const { conversation } = await step("a conversation is opened", () =>
    admin.rest("/api/conversations", { userId: manager.user.id }),
  );
  const conversationId = conversation.id;
  await step("what is written is heard at once", async () => {
    const content = `Bonjour, il est ${new Date().toISOString()}`;
    await admin.say("join_conversation", conversationId);
    await admin.say("send_message", { conversationId, content });
    await manager.hears("new_message", ({ message }) => message.content === content);
  });
  await step("that somebody types is seen", async () => {
    const writes = () => manager.say("typing_start", conversationId);
    const writing = setInterval(writes, TYPING_AGAIN);
    await writes();
    await admin.hears("user_typing", ({ isTyping }) => isTyping).finally(() => clearInterval(writing));
  });
  await step("that it was read is told", async () => {
    await manager.say("mark_as_read", conversationId);
    await admin.hears("messages_read", ({ userId }) => userId === manager.user.id);
  });
  await Promise.all([admin.leave(), manager.leave()]);
}

main().catch((error) => {
  console.error(`${server}: ${error.message}`);
  process.exit(1);
});
