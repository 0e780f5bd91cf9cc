// SPDX-License-Identifier: Apache-2.0
// The real socket.io-client against the conformance server: node client.mjs URL polling|websocket|upgrading
import assert from "node:assert/strict";
import { io } from "socket.io-client";

const [url, mode] = process.argv.slice(2);
const transports = { polling: ["polling"], websocket: ["websocket"], upgrading: ["polling", "websocket"] }[mode];
const MESSAGES = 200;

const next = (socket, event) => new Promise((resolve) => socket.once(event, (...args) => resolve(args)));
const open = (path, auth) => io(url + path, { transports, auth, forceNew: false, reconnection: false });

const main = open("/", { token: "123", nested: { a: [1, null] } });
main.on("disconnect", (reason) => console.log("disconnected: " + reason));
const [auth] = await next(main, "auth");
assert.deepEqual(auth, { token: "123", nested: { a: [1, null] } });
assert.notEqual(main.id, main.io.engine.id);

// in order, exactly once, also while the transport changes
const back = [];
const all = new Promise((resolve) => {
  main.on("message-back", (n) => {
    back.push(n);
    if (back.length === MESSAGES) resolve();
  });
});
for (let n = 0; n < MESSAGES; n++) {
  main.emit("message", n);
  if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
await all;
assert.deepEqual(back, [...Array(MESSAGES).keys()]);
main.off("message-back");

// text, binary, several and no arguments, acknowledged
const bytes = Uint8Array.from([0, 1, 254, 255]);
main.emit("message", "é€😀\u2028\u001e", { deep: [bytes] }, Buffer.alloc(0));
const [text, deep, empty] = await next(main, "message-back");
assert.equal(text, "é€😀\u2028\u001e");
assert.deepEqual(new Uint8Array(deep.deep[0]), bytes);
assert.equal(empty.byteLength, 0);
const answer = await main.timeout(5000).emitWithAck("message-with-ack", { b: Buffer.from("hi") });
assert.equal(Buffer.from(answer.b).toString(), "hi");
await new Promise((resolve) => main.emit("message-with-ack", resolve));

// a large message
const large = "x".repeat(300_000);
main.emit("message", large);
assert.equal((await next(main, "message-back"))[0], large);

// another namespace on the same engine
const custom = open("/custom", { who: "c" });
assert.deepEqual((await next(custom, "auth"))[0], { who: "c" });
assert.notEqual(custom.id, main.id);
custom.disconnect();
main.emit("message", "still here");
assert.equal((await next(main, "message-back"))[0], "still here");
const unknown = open("/unknown", {});
assert.equal((await next(unknown, "connect_error"))[0].message, "Invalid namespace");

// heartbeats keep it open
await new Promise((resolve) => setTimeout(resolve, 1200));
assert.ok(main.connected);
assert.equal(main.io.engine.transport.name, mode === "polling" ? "polling" : "websocket");

const gone = next(main, "disconnect");
main.disconnect();
assert.equal((await gone)[0], "io client disconnect");
console.log("all well over " + mode);
process.exit(0);
