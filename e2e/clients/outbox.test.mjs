// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import test from "node:test";
import { Outbox } from "./outbox.mjs";

const message = (cid) => ({ conversation: "room", cid, text: cid });
const yes = (seq) => ({ ok: true, message: { seq } });
const no = (retryable) => ({ ok: false, error: { code: retryable ? "try_later" : "too_large", retryable } });

function outbox() {
  const sent = [];
  const log = [];
  const box = new Outbox(
    ({ cid }, _, done) => sent.push({ cid, done }),
    (type, { cid }) => log.push(`${type} ${cid}`),
  );
  return { box, sent, log, cids: () => sent.map(({ cid }) => cid) };
}

test("an answered message is sent once", async () => {
  const { box, sent, log } = outbox();
  box.connected();
  const fate = box.post(message("a"), true);
  sent[0].done(null, yes(7));
  assert.deepEqual(await fate, { type: "ok", seq: 7 });
  assert.deepEqual(log, ["invoke a", "ok a"]);
  assert.equal(box.size, 0);
});

test("what is kept is sent again in order over the next connection", async () => {
  const { box, sent, log, cids } = outbox();
  box.connected();
  for (const cid of ["a", "b"]) box.post(message(cid), true);
  box.disconnected();
  box.post(message("c"), true);
  assert.deepEqual(cids(), ["a", "b"]);
  box.connected();
  assert.deepEqual(cids(), ["a", "b", "a", "b", "c"]);
  sent[0].done(new Error("disconnected"));
  sent[2].done(null, yes(1));
  assert.deepEqual(log.slice(-1), ["ok a"]);
  assert.equal(box.size, 2);
});

test("what is not kept is of unknown fate when the connection goes", async () => {
  const { box, log } = outbox();
  box.connected();
  const fate = box.post(message("a"), false);
  box.disconnected();
  assert.equal((await fate).type, "info");
  box.connected();
  assert.deepEqual(log, ["invoke a", "info a"]);
});

test("what gets no answer in time is sent again over the same connection", () => {
  const { box, sent, cids } = outbox();
  box.connected();
  box.post(message("a"), true);
  sent[0].done(new Error("operation has timed out"));
  assert.deepEqual(cids(), ["a", "a"]);
});

test("a refusal is a no", async () => {
  const { box, sent, log } = outbox();
  box.connected();
  const fate = box.post(message("a"), true);
  sent[0].done(null, no(false));
  assert.equal((await fate).type, "fail");
  assert.deepEqual(log, ["invoke a", "fail a"]);
});

test("a refusal after an attempt without answer is not a no", async () => {
  const { box, sent } = outbox();
  box.connected();
  const fate = box.post(message("a"), true);
  sent[0].done(new Error("operation has timed out"));
  sent[1].done(null, no(false));
  assert.equal((await fate).type, "info");
});

test("what is refused for now is sent again a little later", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { box, sent, log, cids } = outbox();
  box.connected();
  box.post(message("a"), true);
  sent[0].done(null, no(true));
  assert.deepEqual(log, ["invoke a", "again a"]);
  context.mock.timers.tick(100);
  assert.deepEqual(cids(), ["a", "a"]);
});
