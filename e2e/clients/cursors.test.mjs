// SPDX-License-Identifier: Apache-2.0
import assert from "node:assert/strict";
import test from "node:test";
import { Cursors } from "./cursors.mjs";

test("a cursor moves over what comes in order", () => {
  const cursors = new Cursors();
  cursors.follow("room", 3);
  assert.equal(cursors.heard("room", 4), false);
  assert.equal(cursors.of("room"), 4);
});

test("it stops at a gap, and jumps when the gap is filled", () => {
  const cursors = new Cursors();
  cursors.follow("room", 0);
  assert.equal(cursors.heard("room", 2), true);
  assert.equal(cursors.heard("room", 3), true);
  assert.equal(cursors.of("room"), 0);
  assert.equal(cursors.heard("room", 1), false);
  assert.equal(cursors.of("room"), 3);
});

test("hearing something again changes nothing", () => {
  const cursors = new Cursors();
  cursors.follow("room", 5);
  assert.equal(cursors.heard("room", 2), false);
  assert.deepEqual(cursors.all(), { room: 5 });
});

test("a conversation that nobody follows misses nothing", () => {
  assert.equal(new Cursors().heard("room", 9), false);
});
