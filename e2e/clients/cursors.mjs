// SPDX-License-Identifier: Apache-2.0
// How far a client has a conversation without a gap.
export class Cursors {
  #at = new Map();
  #ahead = new Map();

  follow(conversation, seq) {
    this.#at.set(conversation, seq);
    this.#ahead.set(conversation, new Set());
  }

  // Whether something before `seq` is missing now. A conversation that nobody follows misses nothing.
  heard(conversation, seq) {
    if (!this.#at.has(conversation)) return false;
    const ahead = this.#ahead.get(conversation);
    ahead.add(seq);
    let at = this.#at.get(conversation);
    while (ahead.delete(at + 1)) at++;
    for (const early of ahead) if (early <= at) ahead.delete(early);
    this.#at.set(conversation, at);
    return ahead.size > 0;
  }

  of(conversation) {
    return this.#at.get(conversation);
  }

  all() {
    return Object.fromEntries(this.#at);
  }
}
