// SPDX-License-Identifier: Apache-2.0
export type { Palabre, PalabreOptions } from "./client.js";
export { createPalabre } from "./client.js";
export type { Groups, Role } from "./groups.js";
export { newClientId } from "./ids.js";
export { browserOutbox, indexedDbOutbox } from "./outbox/indexeddb.js";
export type { OutboxStorage } from "./outbox/storage.js";
export { memoryOutbox } from "./outbox/storage.js";
export { Refused } from "./refused.js";
export type {
  Conversation,
  Health,
  Id,
  Me,
  Member,
  Message,
  MyConversation,
  SystemLine,
  User,
} from "./shapes.js";
export type { Change } from "./state/change.js";
export { fromWire } from "./state/change.js";
export { reduce } from "./state/reduce.js";
export type { Receipt } from "./state/select.js";
export {
  conversationList,
  peerOf,
  pendingOf,
  pendingReceipt,
  receiptOf,
  selfOf,
  unreadOf,
  unreadTotal,
} from "./state/select.js";
export type { Entry, Pending, Session, State, Status, Timeline } from "./state/state.js";
export { initialState } from "./state/state.js";
export type { Readable, Store } from "./store.js";
export { createStore } from "./store.js";
