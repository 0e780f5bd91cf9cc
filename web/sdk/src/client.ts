// SPDX-License-Identifier: Apache-2.0
import { createAccount } from "./account.js";
import { createActivity } from "./activity.js";
import { createBlocking } from "./blocking.js";
import { createCaching } from "./caching.js";
import { createCatchUp } from "./catchup.js";
import { createConnection } from "./connection/connection.js";
import { createDelivering } from "./delivering.js";
import { createDrafts } from "./drafts.js";
import { createGroups } from "./groups.js";
import { createJoining } from "./joining.js";
import { stillKnown } from "./known.js";
import { createMessageActions } from "./message-actions.js";
import { createMyPart } from "./mine.js";
import { createOutbox } from "./outbox/outbox.js";
import { createPaging } from "./paging.js";
import type { Palabre } from "./palabre.js";
import { createReading } from "./reading.js";
import { Refused } from "./refused.js";
import { createRenewing } from "./renewing.js";
import { createRest } from "./rest.js";
import { createResuming } from "./resuming.js";
import type { Conversation, Id, Me, Message, Requests, User, UserTyping } from "./shapes.js";
import type { Change } from "./state/change.js";
import { fromWire } from "./state/change.js";
import { reduce } from "./state/reduce.js";
import { selfOf } from "./state/select.js";
import type { Pending, State, Status } from "./state/state.js";
import { initialState } from "./state/state.js";
import type { PalabreStorage } from "./storage.js";
import { memoryStorage } from "./storage.js";
import { createStore } from "./store.js";
import { createTabs } from "./tabs.js";
import { createToken, type TokenSource } from "./token.js";
import { createTyping } from "./typing.js";
import { createWatching } from "./watching.js";

export interface PalabreOptions {
  /** Another origin's server, with a bearer token; left out, the origin that served the page, with its cookie. */
  readonly baseUrl?: string;
  /** As text, or a function that gets one: then the session goes on for as long as it gives others. */
  readonly token?: TokenSource;
  /** What outlives the page; by default nothing does. */
  readonly storage?: PalabreStorage;
  readonly fetch?: typeof fetch;
}

export function createPalabre(options: PalabreOptions = {}): Palabre {
  const store = createStore<State, Change>(initialState, reduce);
  const storage = options.storage ?? memoryStorage();
  const arrivals = new Set<(message: Message) => void>();
  const listeners = new Set<(name: string, data: unknown) => void>();
  const baseUrl = options.baseUrl ?? "";
  const token = createToken(options.token);
  let leaving = false;
  const rest = createRest({ baseUrl, token, fetch: options.fetch ?? fetch.bind(globalThis) });

  const resuming = createResuming(resumed, onUnreachable);
  const connection = createConnection({
    baseUrl,
    token,
    onStatus,
    onClosedByServer() {
      if (!leaving) void stillKnown(rest).then((known) => known || end(true));
    },
    onEvent,
  });
  const { request } = connection;
  const expiring = createRenewing(token, request, rest);
  const catchUp = createCatchUp(store, connection, rest);
  const tabs = createTabs(store, (change) => change.event === "queued" && outbox.drain());
  const caching = createCaching(store, storage.cache);
  const outbox = createOutbox({
    store: tabs.shared,
    storage,
    rest,
    exclusive: tabs.exclusive,
    send: async (pending) => (await request("send_message", toSend(pending))).message,
  });
  const reading = createReading(tabs.shared, request);
  const { loadFirst, ...paging } = createPaging(store, rest);
  const drafts = createDrafts(tabs.shared, rest, storage.drafts);
  const typing = createTyping(store, request);
  const watching = createWatching(store, request);
  const joining = createJoining(store, request);
  const activity = createActivity(request);
  const delivering = createDelivering(store, request);

  function onStatus(status: Status) {
    store.apply({ event: "status", status });
    if (status === "offline") watching.cut();
    if (status === "refused") end(true);
  }

  function onEvent(name: string, data: unknown) {
    applied(name, data);
    for (const tell of listeners) tell(name, data);
  }

  function applied(name: string, data: unknown) {
    if (name === "user_typing") return typing.heard(data as UserTyping);
    if (name === "auth_expiring") void expiring();
    const change = fromWire(name, data);
    const before = store.get();
    store.apply(change);
    if (change.event === "authenticated") greeted();
    if (change.event === "epoch_changed") void catchUp.loadList();
    if (change.event === "new_message") arrived(before, change.data.message);
  }

  function greeted() {
    catchUp.afterHello();
    outbox.drain();
    joining.greeted();
    reading.flush();
    drafts.flush();
    watching.greeted();
    activity.greeted();
  }

  function arrived(before: State, message: Message) {
    const entry = before.conversations.get(message.conversationId);
    const news = entry === undefined || message.seq > entry.seq;
    if (news && message.ord !== undefined && message.senderId !== selfOf(before)?.id)
      for (const tell of arrivals) tell(message);
  }

  function onUnreachable(why: Refused) {
    if (store.get().session.is !== "unreachable") {
      hintAtOrigins(baseUrl, why);
      store.apply({ event: "session", session: { is: "unreachable" } });
    }
    store.apply({ event: "status", status: "offline" });
  }

  async function begin(user: User): Promise<User> {
    resuming.stop();
    store.apply({ event: "session", session: { is: "signedIn", user } });
    storage.cache.remember(user);
    drafts.restore();
    const cached = await storage.cache.load(user.id).catch(() => undefined);
    if (cached) store.apply({ event: "restored", cached });
    tabs.begin(user.id);
    connection.start();
    catchUp.begin();
    await outbox.restore();
    return user;
  }

  function signedInAs(answer: { token: string; user: User }): Promise<User> {
    if (baseUrl !== "") token.set(answer.token);
    return begin(answer.user);
  }

  async function resumed(): Promise<User | undefined> {
    if (token.get() === undefined) await token.renew().catch(() => false);
    try {
      return await begin((await rest.session()).user);
    } catch (error) {
      const last = storage.cache.last();
      if (last && error instanceof Refused && error.retryable) return begin(last);
      if (!(error instanceof Refused) || error.retryable) throw error;
      storage.cache.remember(undefined);
      store.apply({ event: "session", session: { is: "signedOut", expired: false } });
      return undefined;
    }
  }

  function end(expired: boolean) {
    storage.cache.remember(undefined);
    quiet();
    store.apply({ event: "session", session: { is: "signedOut", expired } });
  }

  /** Nothing goes on by itself any more. */
  function quiet() {
    resuming.stop();
    connection.stop();
    outbox.stop();
    reading.stop();
    delivering.forget();
    drafts.stop();
    typing.stop();
    watching.stop();
    joining.stop();
    activity.stop();
    tabs.end();
  }

  async function apart<T>(doing: () => Promise<T>): Promise<T> {
    connection.stop();
    return doing().finally(connection.start);
  }

  function reachable(): boolean {
    return store.get().status !== "offline" && globalThis.navigator?.onLine !== false;
  }

  function held({ conversation, me }: { conversation: Conversation; me: Me }): Id {
    store.apply({ event: "conversation_fetched", conversation, me });
    return conversation.id;
  }

  return {
    ...createGroups(rest),
    get: store.get,
    subscribe: store.subscribe,
    elsewhere: baseUrl !== "",
    hosted: options.token !== undefined,
    fetchFile: rest.file,
    health: rest.health,
    resume: async () => selfOf(store.get()) ?? resuming.ask(),
    reconnect() {
      if (store.get().session.is !== "unreachable") return connection.hurry();
      onStatus("connecting");
      void resuming.ask();
    },
    signIn: async (username, password) => signedInAs(await rest.login(username, password)),
    register: async (newcomer) => signedInAs(await rest.register(newcomer)),
    async signOut() {
      leaving = true;
      try {
        // what was typed a moment ago is with the server before it is forgotten here
        await drafts.told();
        await rest.logout();
        const person = selfOf(store.get())?.id ?? "";
        storage.drafts.wipe(person);
        await Promise.all([outbox.wipe(), caching.wipe(person)]);
        token.set(undefined);
        end(false);
      } finally {
        leaving = false;
      }
    },
    sessions: async () => (await rest.sessions()).sessions,
    endSession: rest.endSession,
    message: async (messageId) => (await rest.message(messageId)).message,
    loadList: catchUp.loadList,
    loadMoreConversations: catchUp.loadMore,
    find: catchUp.find,
    openPrivate: async (userId) => held(await rest.openPrivate(userId)),
    createGroup: async (title, memberIds) => held(await rest.createGroup(title, memberIds)),
    openProduct: async (productId, sellerId) => held(await rest.openProduct(productId, sellerId)),
    products: async (search) => (await rest.products(search)).products,
    product: async (productId) => (await rest.product(productId)).product,
    search: rest.search,
    receipts: rest.receipts,
    files: (conversationId, page = {}) => rest.files(conversationId, page),
    ...createBlocking(store, rest),
    async open(conversationId) {
      if (!store.get().open.has(conversationId)) joining.opened(conversationId);
      store.apply({ event: "opened", conversationId, reachable: reachable() });
      if (store.get().timelines.get(conversationId)?.phase !== "ready") await loadFirst(conversationId);
    },
    close(conversationId) {
      if (!store.get().open.has(conversationId)) return;
      store.apply({ event: "closed", conversationId });
      typing.stopTyping(conversationId);
      joining.closed();
    },
    ...paging,
    markRead: reading.mark,
    send(conversationId, content, more) {
      const pending = outbox.add(conversationId, content, more);
      drafts.saveDraft(conversationId, "");
      typing.sent(conversationId);
      return pending;
    },
    retry: outbox.retry,
    discard: outbox.discard,
    dropFile: outbox.dropFile,
    fileOf: outbox.fileOf,
    ...createMessageActions(store, rest),
    ...createMyPart(store, rest),
    saveDraft: drafts.saveDraft,
    typing: typing.typing,
    stopTyping: typing.stopTyping,
    followReceipts: joining.followReceipts,
    watchPresence: watching.watchPresence,
    setStatus: watching.setStatus,
    async people(search) {
      const { users } = await rest.people(search);
      store.apply({ event: "people_met", users });
      return users;
    },
    ...createAccount({ store, rest, token, apart }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    request: request as Palabre["request"],
    baseUrl,
    onArrival(listener) {
      arrivals.add(listener);
      return () => arrivals.delete(listener);
    },
    stop() {
      catchUp.stop();
      delivering.stop();
      caching.stop();
      quiet();
    },
  };
}

/** A browser does not tell a server that is not there from one that does not let this page ask. */
function hintAtOrigins(baseUrl: string, { code }: Refused): void {
  const origin = globalThis.location?.origin;
  if (code !== "unreachable" || origin === undefined || baseUrl === "") return;
  if (new URL(baseUrl, origin).origin === origin) return;
  console.warn(
    `Palabre: ${baseUrl} does not answer. If it runs, its setting cors.origins must name ${origin}.`,
  );
}

function toSend({
  conversationId,
  content,
  clientId,
  replyTo,
  mentions,
  files = [],
}: Pending): Requests["send_message"]["takes"] {
  return {
    conversationId,
    content,
    clientId,
    ...(replyTo && { replyTo }),
    ...(mentions && { mentions: [...mentions] }),
    ...(files.length > 0 && { attachments: files.flatMap((file) => file.attachment?.id ?? []) }),
  };
}
