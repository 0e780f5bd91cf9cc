// SPDX-License-Identifier: Apache-2.0
// A person's device: signs in over REST, talks over the unchanged socket.io-client, and tells all it does and hears.
import { io } from "socket.io-client";
import { Cursors } from "./cursors.mjs";
import { Outbox } from "./outbox.mjs";

// the same clock that a JVM calls nanoTime
const nanos = () => Number(process.hrtime.bigint());

export class LiveClient {
  #cursors = new Cursors();
  #begun = new Map();
  #said = new Map();
  #first = new Map();
  #last = new Map();
  #connection = 0;
  #syncing = null;
  #next = null;
  #epoch;
  #ownSeq = 0;

  constructor(name, say) {
    this.name = name;
    this.say = say;
    this.outbox = new Outbox(
      ({ conversation, cid, text }, within, done) => {
        const message = { conversationId: conversation, clientId: cid, content: text };
        this.socket.timeout(within).emit("send_message", message, done);
      },
      (type, { conversation, cid }, details) =>
        this.#op(type, { send: { sender: this.user.id, conversation, cid }, ...details }),
    );
  }

  // ---- commands -----------------------------------------------------------------------------------------------------

  async login({ url, username, password }) {
    this.url = url;
    const answer = await this.#rest("POST", "/api/auth/login", { username, password });
    this.token = answer.token;
    this.user = answer.user;
    return { token: answer.token, userId: answer.user.id };
  }

  become({ url, token, userId }) {
    this.url = url;
    this.token = token;
    this.user = { id: userId };
  }

  // Resolves when the server greeted (or, for an anonymous socket, when it is connected).
  connect({ transports, upgrade = true, anonymous = false, token, url }) {
    this.url ??= url;
    this.socket = io(this.url, {
      transports,
      upgrade,
      forceNew: true,
      auth: anonymous ? {} : { token: token ?? this.token },
      reconnectionDelay: 50,
      reconnectionDelayMax: 250,
      timeout: 3000,
    });
    this.#listen();
    return new Promise((greeted, refused) => {
      this.socket.once(anonymous ? "connect" : "authenticated", () => greeted({ socketId: this.socket.id }));
      this.socket.once("connect_error", (error) =>
        refused(new Error(JSON.stringify({ message: error.message, data: error.data }))));
    });
  }

  // `kept`: sent again until there is a definite answer.
  async send({ conversation, cid, text, kept }) {
    const fate = await this.outbox.post({ conversation, cid, text }, kept);
    if (fate.type === "ok") this.#said.set(conversation, [...(this.#said.get(conversation) ?? []), fate.id]);
    return fate;
  }

  // Changes one of its own messages or takes it back; what becomes of it, everybody hears.
  async reconsider({ conversation, which, text }) {
    const said = this.#said.get(conversation) ?? [];
    if (said.length === 0 || !this.socket.connected) return;
    const messageId = said[which % said.length];
    const [event, payload] = text === null ? ["delete_message", { messageId }] : ["edit_message", { messageId, content: text }];
    await this.emit({ event, payload }).catch(() => {});
  }

  // What the last page shows of messages now.
  async look({ conversation }) {
    const asked = nanos();
    const { messages } = await this.#rest("GET", `/api/conversations/${conversation}/messages?limit=40`);
    for (const { ord, seq, content, deletedAt } of messages) {
      if (ord > 0) this.#op("shown", { asked, conversation, message: seq, text: deletedAt ? null : content });
    }
  }

  async emit({ event, payload }) {
    return this.socket.timeout(5000).emitWithAck(event, ...(payload === null ? [] : [payload]));
  }

  // Reads up to the last message that it heard, or says so of the first.
  async markRead({ conversation, first }) {
    const message = (first ? this.#first : this.#last).get(conversation);
    if (!message) return;
    this.#op("mark", { person: this.user.id, conversation, ord: message.ord });
    const answer = await this.emit({ event: "mark_as_read", payload: { conversationId: conversation, seq: message.seq } });
    if (!answer.ok) throw new Error(`mark_as_read refused: ${JSON.stringify(answer.error)}`);
    const state = this.#readState(conversation, answer.readOrd, answer.unreadCount);
    this.#op("marked", { asked: message.ord, state });
  }

  async lookAtUnread({ conversation }) {
    const { me } = await this.#rest("GET", `/api/conversations/${conversation}`);
    this.#op("unread", { state: this.#readState(conversation, me.readOrd, me.unreadCount) });
  }

  follow({ cursors }) {
    for (const [conversation, seq] of Object.entries(cursors)) {
      this.#begun.set(conversation, seq);
      this.#cursors.follow(conversation, seq);
    }
  }

  cursors() {
    return this.#cursors.all();
  }

  waiting() {
    return this.outbox.size;
  }

  leave() {
    this.socket.disconnect();
  }

  comeBack() {
    return new Promise((greeted) => {
      this.socket.once("authenticated", () => greeted());
      this.socket.connect();
    });
  }

  // The network goes away under the client, which does not know: it finds out and reconnects by itself.
  dropLine() {
    this.socket.io.engine.close();
  }

  transport() {
    return this.socket.io.engine.transport.name;
  }

  // Asks for what it missed; wishes during a round share the one after it.
  catchUp() {
    if (this.#syncing) {
      this.#next ??= this.#syncing.catch(() => {}).then(() => ((this.#next = null), this.catchUp()));
      return this.#next;
    }
    this.#syncing = this.#sync().finally(() => (this.#syncing = null));
    return this.#syncing;
  }

  // ---- what it hears ------------------------------------------------------------------------------------------------

  #listen() {
    this.socket.on("connect", () => {
      this.#event("connect", { socketId: this.socket.id, recovered: this.socket.recovered });
      if (this.socket.recovered) this.#connected();
    });
    this.socket.on("authenticated", (hello) => this.#greeted(hello));
    this.socket.on("disconnect", (reason) => {
      this.#event("disconnect", { reason });
      this.outbox.disconnected();
    });
    this.socket.on("sync_page", (page) => this.#page(page));
    this.socket.onAny((event, data) => {
      if (event !== "sync_page") this.#event(event, data ?? null);
      this.#told("push", event, data);
    });
    this.socket.on("epoch_changed", ({ epoch }) => this.#begin(epoch));
  }

  // The past may have changed: forgets all it had.
  #begin(epoch) {
    this.#op("reset", { connection: this.#connection, epoch });
    this.#epoch = epoch;
    this.#ownSeq = 0;
    this.#said.clear();
    for (const [conversation, seq] of this.#begun) this.#cursors.follow(conversation, seq);
    this.#reader(() => this.catchUp());
  }

  #told(via, event, data) {
    if (!data?.message) return;
    if (event === "message_updated" || event === "message_deleted") this.#changed(via, data);
    else this.#saw(via, data.message);
  }

  // An event that changes a message has a number of its own.
  #changed(via, { conversationId: conversation, seq, message }) {
    const entry = { conversation, seq, ord: 0, sender: "", cid: null, text: "" };
    this.#op("changed", { conversation, message: message.seq, seq });
    this.#heard(via, entry);
  }

  #greeted(hello) {
    this.user = hello.user;
    this.#epoch ??= hello.epoch;
    this.#connected(hello.epoch);
  }

  #connected(epoch = this.#epoch) {
    this.#op("connected", { connection: ++this.#connection, person: this.user.id });
    this.#op("greeted", { connection: this.#connection, epoch });
    this.#reader(() => this.catchUp());
    this.outbox.connected();
  }

  #saw(via, message) {
    const { conversationId: conversation, seq, ord = 0, senderId: sender, clientId: cid, content } = message;
    const text = content ?? JSON.stringify(message.system) ?? "";
    if (ord > 0) this.#remember(conversation, { seq, ord });
    this.#heard(via, { conversation, seq, ord, sender, cid, text });
  }

  #heard(via, entry) {
    this.#op("seen", { connection: this.#connection, via, entry });
    const { conversation, seq } = entry;
    const missing = this.#cursors.heard(conversation, seq);
    if (missing && via === "push") this.#reader(() => this.catchUp());
  }

  #remember(conversation, message) {
    if (!this.#first.has(conversation)) this.#first.set(conversation, message);
    if (message.ord > (this.#last.get(conversation)?.ord ?? 0)) this.#last.set(conversation, message);
  }

  async #sync() {
    const cursors = this.#cursors.all();
    if (Object.keys(cursors).length === 0) return;
    this.#op("resume", { connection: this.#connection, cursors });
    this.reloads = [];
    const answer = await this.socket.timeout(10_000).emitWithAck("sync", { epoch: this.#epoch, ownSeq: this.#ownSeq, cursors });
    if (!answer.ok) throw new Error(`sync refused: ${JSON.stringify(answer.error)}`);
    this.#ownSeq = answer.ownSeq;
    for (const conversation of this.reloads) await this.#readOn(conversation);
  }

  #page({ conversationId, events, reload }) {
    for (const { event, data } of events) this.#told("sync", event, data);
    if (reload && conversationId) this.reloads.push(conversationId);
  }

  // Too much was missed to be told: reads the pages of the history.
  async #readOn(conversation) {
    for (let more = true; more; ) {
      const path = `/api/conversations/${conversation}/messages?after=${this.#cursors.of(conversation)}&limit=200`;
      const page = await this.#rest("GET", path);
      for (const message of page.messages) this.#saw("page", message);
      more = page.hasMoreAfter && page.messages.length > 0;
    }
  }

  // Catching up on its own account: the connection may go meanwhile, the next one catches up again.
  #reader(work) {
    work().catch((error) => this.#event("catch_up_failed", { message: error.message }));
  }

  #readState(conversation, readOrd, unread) {
    return { person: this.user.id, conversation, readOrd, unread };
  }

  async #rest(method, path, body) {
    const headers = { ...(body && { "content-type": "application/json" }), ...(this.token && { authorization: `Bearer ${this.token}` }) };
    const response = await fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  #op(type, details) {
    this.say({ op: { type, nanos: nanos(), client: this.name, ...details } });
  }

  #event(name, data) {
    this.say({ event: { client: this.name, name, data } });
  }
}
