// SPDX-License-Identifier: Apache-2.0
import { createCatchUp } from "./catchup.js";
import { createConnection } from "./connection/connection.js";
import type { Groups } from "./groups.js";
import { createGroups } from "./groups.js";
import { createOutbox } from "./outbox/outbox.js";
import type { OutboxStorage } from "./outbox/storage.js";
import { memoryOutbox } from "./outbox/storage.js";
import { loadPage } from "./paging.js";
import { createReading } from "./reading.js";
import { Refused } from "./refused.js";
import { createRest } from "./rest.js";
import type { Conversation, Health, Id, Me, Message, User } from "./shapes.js";
import type { Change } from "./state/change.js";
import { fromWire } from "./state/change.js";
import { reduce } from "./state/reduce.js";
import { selfOf } from "./state/select.js";
import type { Pending, State } from "./state/state.js";
import { initialState } from "./state/state.js";
import type { Readable } from "./store.js";
import { createStore } from "./store.js";

export interface PalabreOptions {
  /** Another origin's server, with a bearer token; left out, the origin that served the page, with its cookie. */
  readonly baseUrl?: string;
  readonly token?: string;
  readonly outbox?: OutboxStorage;
  readonly fetch?: typeof fetch;
}

/** All that a front end needs: the state, and what one may do. */
export interface Palabre extends Readable<State>, Groups {
  /** What server this is, before one is anybody. */
  health(): Promise<Health>;
  /** Whether a session stands from before; connects if so. */
  resume(): Promise<User | undefined>;
  signIn(username: string, password: string): Promise<User>;
  /** Ends the session and forgets what was still to be sent; a `Refused` while the server cannot be reached. */
  signOut(): Promise<void>;

  loadList(): Promise<void>;
  loadMoreConversations(): Promise<void>;
  /** Looks for a conversation that is not held, such as one behind a link; false when it is none of ours. */
  find(conversationId: Id): Promise<boolean>;
  /** A conversation comes on the screen: its receipts arrive from now on, its last page is loaded. */
  open(conversationId: Id): Promise<void>;
  close(conversationId: Id): void;
  loadOlder(conversationId: Id): Promise<void>;
  markRead(conversationId: Id): void;

  send(conversationId: Id, content: string): Pending;
  retry(clientId: string): void;
  discard(clientId: string): void;

  people(search: string): Promise<readonly User[]>;
  /** The private conversation with this person, made if need be. */
  openPrivate(userId: Id): Promise<Id>;
  createGroup(title: string, memberIds: readonly Id[]): Promise<Id>;

  /** Each message of someone else as it comes in live. */
  onArrival(listener: (message: Message) => void): () => void;
  stop(): void;
}

export function createPalabre(options: PalabreOptions = {}): Palabre {
  const store = createStore<State, Change>(initialState, reduce);
  const arrivals = new Set<(message: Message) => void>();
  const baseUrl = options.baseUrl ?? "";
  let token = options.token;
  let leaving = false;
  const rest = createRest({ baseUrl, token: () => token, fetch: options.fetch ?? fetch.bind(globalThis) });
  const opened = new Set<Id>();

  const connection = createConnection({
    baseUrl,
    token: () => token,
    onStatus(status) {
      store.apply({ event: "status", status });
      if (status === "refused") end(true);
    },
    onClosedByServer() {
      if (leaving) return;
      rest.session().catch((error: unknown) => error instanceof Refused && error.status === 401 && end(true));
    },
    onEvent(name, data) {
      const change = fromWire(name, data);
      const before = store.get();
      store.apply(change);
      if (change.event === "authenticated") greeted();
      if (change.event === "epoch_changed") void catchUp.loadList();
      if (change.event === "new_message") arrived(before, change.data.message);
    },
  });
  const catchUp = createCatchUp(store, connection, rest);
  const outbox = createOutbox({
    store,
    storage: options.outbox ?? memoryOutbox(),
    send: async ({ conversationId, content, clientId }) =>
      (await connection.request("send_message", { conversationId, content, clientId })).message,
  });
  const reading = createReading(store, connection.request);

  function greeted() {
    catchUp.afterHello();
    outbox.drain();
    for (const id of opened) void join(id);
    reading.flush();
  }

  function arrived(before: State, message: Message) {
    const entry = before.conversations.get(message.conversationId);
    const news = entry === undefined || message.seq > entry.seq;
    if (news && message.ord !== undefined && message.senderId !== selfOf(before)?.id)
      for (const tell of arrivals) tell(message);
  }

  async function begin(user: User): Promise<User> {
    store.apply({ event: "session", session: { is: "signedIn", user } });
    connection.start();
    void catchUp.loadList();
    await outbox.restore();
    return user;
  }

  function end(expired: boolean) {
    connection.stop();
    opened.clear();
    store.apply({ event: "session", session: { is: "signedOut", expired } });
  }

  async function join(conversationId: Id): Promise<void> {
    const joined = await connection.request("join_conversation", conversationId).catch(() => undefined);
    if (joined) store.apply({ event: "cursors", conversationId, cursors: joined.cursors });
  }

  function held({ conversation, me }: { conversation: Conversation; me: Me }): Id {
    store.apply({ event: "conversation_fetched", conversation, me });
    return conversation.id;
  }

  return {
    ...createGroups(rest),
    get: store.get,
    subscribe: store.subscribe,
    health: rest.health,
    async resume() {
      try {
        return await begin((await rest.session()).user);
      } catch (error) {
        if (!(error instanceof Refused) || error.retryable) throw error;
        store.apply({ event: "session", session: { is: "signedOut", expired: false } });
        return undefined;
      }
    },
    async signIn(username, password) {
      const signedIn = await rest.login(username, password);
      if (baseUrl !== "") token = signedIn.token;
      return begin(signedIn.user);
    },
    async signOut() {
      leaving = true;
      try {
        await rest.logout();
        await outbox.wipe();
        token = undefined;
        end(false);
      } finally {
        leaving = false;
      }
    },
    loadList: catchUp.loadList,
    loadMoreConversations: catchUp.loadMore,
    find: catchUp.find,
    async open(conversationId) {
      if (!opened.has(conversationId)) void join(conversationId);
      opened.add(conversationId);
      if (store.get().timelines.get(conversationId)?.phase !== "ready")
        await loadPage(store, rest, conversationId);
    },
    close(conversationId) {
      if (!opened.delete(conversationId)) return;
      void connection.request("leave_conversation", conversationId).catch(() => undefined);
    },
    loadOlder: (conversationId) => loadPage(store, rest, conversationId, true),
    markRead: reading.mark,
    send: outbox.add,
    retry: outbox.retry,
    discard: outbox.discard,
    async people(search) {
      const { users } = await rest.people(search);
      store.apply({ event: "people_met", users });
      return users;
    },
    openPrivate: async (userId) => held(await rest.openPrivate(userId)),
    createGroup: async (title, memberIds) => held(await rest.createGroup(title, memberIds)),
    onArrival(listener) {
      arrivals.add(listener);
      return () => arrivals.delete(listener);
    },
    stop() {
      catchUp.stop();
      connection.stop();
    },
  };
}
