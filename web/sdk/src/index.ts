// SPDX-License-Identifier: Apache-2.0
export { someoneWasHere } from "./browser/cache.js";
export { browserStorage } from "./browser/storage.js";
export type { Cached, CachedConversation, CacheHead, CacheStorage } from "./caching.js";
export type { PalabreOptions } from "./client.js";
export { createPalabre } from "./client.js";
export type { DraftStorage } from "./drafts.js";
export type { Groups } from "./groups.js";
export { newClientId } from "./ids.js";
export type { FileToSend } from "./outbox/files.js";
export type { SendOptions } from "./outbox/outbox.js";
export type { FileStorage, OutboxStorage } from "./outbox/storage.js";
export type { Palabre } from "./palabre.js";
export { Refused } from "./refused.js";
export type {
  Attachment,
  ChosenStatus,
  Conversation,
  FilePage,
  Found,
  Health,
  Id,
  Me,
  MeChange,
  Member,
  Message,
  MyConversation,
  Newcomer,
  Presence,
  Product,
  ProfileChange,
  Quote,
  Reaction,
  Receipts,
  Report,
  Role,
  SearchFor,
  SignIn,
  SystemLine,
  User,
} from "./shapes.js";
export type { Change } from "./state/change.js";
export { fromWire } from "./state/change.js";
export { reduce, reduceAll } from "./state/reduce.js";
export type { Receipt } from "./state/select.js";
export {
  conversationList,
  draftOf,
  isMuted,
  isNamed,
  isUnread,
  peerOf,
  pendingOf,
  pendingReceipt,
  presenceOf,
  receiptOf,
  selfOf,
  typingIn,
  unreadOf,
  unreadTotal,
} from "./state/select.js";
export type { Entry, Pending, PendingFile, Session, State, Status, Timeline, Wish } from "./state/state.js";
export { initialState } from "./state/state.js";
export type { PalabreStorage } from "./storage.js";
export { memoryStorage } from "./storage.js";
export type { Readable, Store } from "./store.js";
export { createStore } from "./store.js";
export type { TokenSource } from "./token.js";
