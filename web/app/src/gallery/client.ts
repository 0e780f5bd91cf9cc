// SPDX-License-Identifier: Apache-2.0
import type { Change, Message, Palabre, Presence, State, Store, User, Wish } from "@palabre/sdk";
import { createStore, initialState, newClientId, reduce } from "@palabre/sdk";
import { others, self } from "./people.js";
import { gathered } from "./talk.js";

const hello: Change = {
  event: "authenticated",
  data: {
    user: self,
    server: { version: "gallery", capabilities: [], durability: "disk" },
    epoch: "e",
    ownSeq: 0,
    unreadTotal: 0,
  },
};

const PAGE = 50;

/** As the server tells it; of some, nothing is known. */
function presence({ id, isOnline, status, statusText, lastSeen }: User): Presence[] {
  if (isOnline === undefined || status === "invisible") return [];
  return [{ userId: id, isOnline, status, ...(statusText && { statusText }), ...(lastSeen && { lastSeen }) }];
}

/** A client without a server: the real state and reducers over made-up conversations. */
export function galleryClient(): Palabre & {
  readonly store: Store<State, Change>;
  tell(message: Message): void;
} {
  const store = createStore<State, Change>(initialState, reduce);
  const talks = gathered();
  store.apply(hello);
  store.apply({
    event: "listed",
    conversations: talks.map((talk) => talk.conversation),
    unreadTotal: 0,
    first: true,
  });
  store.apply({ event: "people_met", users: others });
  store.apply({ event: "presence_state", data: { states: others.flatMap(presence) } });
  store.apply({ event: "status", status: "connected" });
  const arrivals = new Set<(message: Message) => void>();
  const nothing = async () => {};

  function load(conversationId: string, before: number) {
    const older =
      talks
        .find((talk) => talk.conversation.id === conversationId)
        ?.messages.filter(({ seq }) => seq < before) ?? [];
    const messages = older.slice(-PAGE);
    const page = { messages, hasMoreBefore: older.length > messages.length, hasMoreAfter: false };
    store.apply({ event: "page_loaded", conversationId, page, place: "older" });
  }

  async function wish(message: Message, wished: Wish) {
    const key = newClientId();
    store.apply({ event: "wished", message, key, wish: wished });
    store.apply({ event: "wish_granted", messageId: message.id, key });
  }
  const now = () => new Date().toISOString();

  return {
    store,
    tell: (message) => arrivals.forEach((arrive) => void arrive(message)),
    baseUrl: "",
    request: nothing,
    get: store.get,
    subscribe: store.subscribe,
    elsewhere: false,
    hosted: false,
    fetchFile: async () => new Blob(),
    health: async () => ({
      status: "up",
      version: "gallery",
      durability: "disk",
      registration: "closed",
      demo: true,
    }),
    resume: async () => self,
    reconnect() {},
    signIn: async () => self,
    register: async () => self,
    signOut: nothing,
    sessions: async () => [],
    endSession: nothing,
    message: async () => Promise.reject(new Error("There is no server here.")),
    loadList: nothing,
    loadMoreConversations: nothing,
    find: async () => false,
    open: async (conversationId) => load(conversationId, Number.POSITIVE_INFINITY),
    close() {},
    loadOlder: async (conversationId) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      load(conversationId, store.get().timelines.get(conversationId)?.messages[0]?.seq ?? 0);
    },
    loadNewer: nothing,
    loadLatest: nothing,
    jumpTo: nothing,
    markRead() {},
    send(conversationId, content) {
      const createdAt = new Date().toISOString();
      const pending = {
        clientId: newClientId(),
        conversationId,
        content,
        createdAt,
        state: "queued" as const,
      };
      store.apply({ event: "queued", pending: [pending] });
      store.apply({ event: "drafted", conversationId, draft: "" });
      return pending;
    },
    dropFile() {},
    fileOf: async () => undefined,
    edit: (message, content) => wish(message, { is: "edit", content, at: now() }),
    deleteForAll: (message) => wish(message, { is: "delete", at: now() }),
    deleteForMe: nothing,
    react: (message, emoji) => wish(message, { is: "react", emoji, by: self.id }),
    unreact: (message, emoji) => wish(message, { is: "unreact", emoji, by: self.id }),
    pin: (message) => wish(message, { is: "pin", by: self.id, at: now() }),
    unpin: (message) => wish(message, { is: "unpin" }),
    loadPins: nothing,
    forward: nothing,
    changeMe: async (conversationId, change) => store.apply({ event: "me_changed", conversationId, change }),
    clearConversation: nothing,
    saveDraft: (conversationId, draft) => store.apply({ event: "drafted", conversationId, draft }),
    typing() {},
    stopTyping() {},
    watchPresence: () => () => {},
    followReceipts: () => () => {},
    setStatus: nothing,
    retry: (clientId) => store.apply({ event: "send_postponed", clientId }),
    discard: (clientId) => store.apply({ event: "discarded", clientId }),
    people: async (search) =>
      others.filter((user) => user.displayName.toLowerCase().includes(search.toLowerCase())),
    openPrivate: async (userId) =>
      talks.find((talk) => talk.conversation.members.some(({ user }) => user.id === userId))?.conversation
        .id ?? "panier",
    createGroup: async () => "logistique",
    rename: nothing,
    changeGroupPicture: nothing,
    removeGroupPicture: nothing,
    addMembers: nothing,
    removeMember: nothing,
    setRole: nothing,
    leave: nothing,
    openProduct: async () => "panier",
    products: async () => [],
    product: async (id) => ({ id, sellerId: "", title: "" }),
    search: async () => ({ results: [] }),
    receipts: async () => ({ receipts: [], readCount: 0, deliveredCount: 0, memberCount: 0 }),
    files: async () => ({ attachments: [] }),
    block: nothing,
    unblock: nothing,
    loadBlocks: nothing,
    report: nothing,
    updateProfile: async () => self,
    changePicture: async () => self,
    removePicture: async () => self,
    changePassword: nothing,
    onEvent: () => () => {},
    onArrival(listener) {
      arrivals.add(listener);
      return () => arrivals.delete(listener);
    },
    stop() {},
  };
}
