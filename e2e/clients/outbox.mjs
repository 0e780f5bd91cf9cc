// SPDX-License-Identifier: Apache-2.0
// What a client has sent and does not know the fate of. Messages to be kept are sent again, in order and under the
// same client id, until there is a definite answer; the others are of unknown fate once the connection is gone.
const ANSWER_WITHIN = 1500;
const AGAIN_AFTER = 100;

export class Outbox {
  #waiting = [];
  #open = false;

  // transmit(message, milliseconds, done) sends once; log(type, message, details) tells what became of it
  constructor(transmit, log) {
    this.transmit = transmit;
    this.log = log;
  }

  get size() {
    return this.#waiting.length;
  }

  post(message, kept) {
    return new Promise((settled) => {
      const entry = { message, kept, settled, doubted: false, over: false, attempt: 0 };
      this.#waiting.push(entry);
      this.log("invoke", message, { text: message.text });
      this.#send(entry);
    });
  }

  connected() {
    this.#open = true;
    for (const entry of this.#waiting) this.#send(entry);
  }

  disconnected() {
    this.#open = false;
    for (const entry of [...this.#waiting]) this.#doubt(entry, "disconnected");
  }

  #send(entry) {
    if (!this.#open || entry.over) return;
    const attempt = ++entry.attempt;
    this.transmit(entry.message, ANSWER_WITHIN, (error, answer) => {
      if (attempt === entry.attempt && !entry.over) this.#answered(entry, error, answer);
    });
  }

  #answered(entry, error, answer) {
    if (error) {
      this.#doubt(entry, "no answer");
      if (!entry.over) this.log("again", entry.message, { code: "no answer" });
      this.#send(entry);
    } else if (answer.ok) {
      this.#end(entry, "ok", { seq: answer.message.seq }, answer.message.id);
    } else if (entry.kept && answer.error.retryable) {
      this.log("again", entry.message, { code: answer.error.code });
      setTimeout(() => this.#send(entry), AGAIN_AFTER);
    } else {
      this.#refused(entry, answer.error.code);
    }
  }

  #doubt(entry, why) {
    entry.doubted = true;
    if (!entry.kept && !entry.over) this.#end(entry, "info", { why });
  }

  // A refusal is a definite no only when no attempt before it may have been a yes.
  #refused(entry, code) {
    if (entry.doubted) this.#end(entry, "info", { why: `${code}, after an attempt without answer` });
    else this.#end(entry, "fail", { code });
  }

  #end(entry, type, details, id) {
    entry.over = true;
    this.#waiting.splice(this.#waiting.indexOf(entry), 1);
    this.log(type, entry.message, details);
    entry.settled({ type, ...details, ...(id && { id }) });
  }
}
