// SPDX-License-Identifier: Apache-2.0
import type { Blocking } from "./blocking.js";
import type { DraftActions } from "./drafts.js";
import type { Groups } from "./groups.js";
import type { ReceiptActions } from "./joining.js";
import type { MessageActions } from "./message-actions.js";
import type { MyPart } from "./mine.js";
import type { SendOptions } from "./outbox/outbox.js";
import type {
  FilePage,
  Found,
  Health,
  Id,
  Message,
  Newcomer,
  Product,
  ProfileChange,
  Receipts,
  SearchFor,
  SignIn,
  User,
} from "./shapes.js";
import type { Pending, State } from "./state/state.js";
import type { Readable } from "./store.js";
import type { TypingActions } from "./typing.js";
import type { PresenceActions } from "./watching.js";

/** All that a front end needs: the state, and what one may do. */
export interface Palabre
  extends Readable<State>,
    SessionActions,
    ConversationActions,
    TimelineActions,
    SendActions,
    MessageActions,
    MyPart,
    Groups,
    Blocking,
    DraftActions,
    TypingActions,
    PresenceActions,
    ReceiptActions,
    AccountActions,
    PeopleActions {
  /** Whether the server is another one than that of the page: it asks for a token, which an address alone does not have. */
  readonly elsewhere: boolean;
  /** Whether the page gives the token: it lets people in and out, and they need no password here. */
  readonly hosted: boolean;
  /** The bytes behind an address of the server's, such as an `avatarUrl` or the `url` of an attachment. */
  fetchFile(address: string): Promise<Blob>;
  /** Each message of someone else as it comes in live. */
  onArrival(listener: (message: Message) => void): () => void;
  /** Every event of the server as it comes, by its name in docs/events.md, after the state has it. */
  onEvent(listener: (name: string, data: unknown) => void): () => void;
  /** Says an event by its name in docs/events.md and gives its answer; for what has no function here. */
  request(name: string, data?: unknown): Promise<unknown>;
  /** Where the server is; empty when it is the one that served the page. */
  readonly baseUrl: string;
  stop(): void;
}

export interface SessionActions {
  /** Where the connection is cut or the server was not reached: tries now, not when the wait is over. */
  reconnect(): void;
  /** What server this is, before one is anybody. */
  health(): Promise<Health>;
  /**
   * Whether a session stands from before; connects if so. Where the server cannot be reached, `state.session` says so,
   * until it is asked again.
   */
  resume(): Promise<User | undefined>;
  signIn(username: string, password: string): Promise<User>;
  /**
   * Makes an account and signs in, where `health().registration` is `open`, or `setup` with the `setupToken` that the first
   * start prints. A `Refused` names the `field` that is wrong; a name that is taken is `username_taken`.
   */
  register(newcomer: Newcomer): Promise<User>;
  /** Ends the session and forgets what was kept here; a `Refused` while the server cannot be reached. */
  signOut(): Promise<void>;
  /** Where one is signed in, the latest first. */
  sessions(): Promise<readonly SignIn[]>;
  /** Signs out elsewhere. */
  endSession(sessionId: Id): Promise<void>;
}

export interface ConversationActions {
  loadList(): Promise<void>;
  loadMoreConversations(): Promise<void>;
  /** Looks for a conversation that is not held, such as one behind a link; false when it is none of ours. */
  find(conversationId: Id): Promise<boolean>;
  /** The private conversation with this person, made if need be. */
  openPrivate(userId: Id): Promise<Id>;
  createGroup(title: string, memberIds: readonly Id[]): Promise<Id>;
  /** One's conversation with the seller of a product, made if need be. */
  openProduct(productId: Id, sellerId: Id): Promise<Id>;
  products(search: string): Promise<readonly Product[]>;
  product(productId: Id): Promise<Product>;
  /** In all that one may see; accents and case do not matter. */
  search(asked: SearchFor): Promise<Found>;
  /** Who has read a message and when. */
  receipts(messageId: Id): Promise<Receipts>;
  files(conversationId: Id, page?: { kind?: string; cursor?: string }): Promise<FilePage>;
}

export interface TimelineActions {
  /** One message, wherever it stands; a `Refused` when it is none that one may see. */
  message(messageId: Id): Promise<Message>;
  /**
   * A conversation comes on the screen: its receipts arrive from now on, and a page is loaded, to begin with: the last one, or where
   * reading stopped when much came since.
   */
  open(conversationId: Id): Promise<void>;
  close(conversationId: Id): void;
  loadOlder(conversationId: Id): Promise<void>;
  /** After a jump: what comes after the stretch that is held. */
  loadNewer(conversationId: Id): Promise<void>;
  /** After a jump: back to the end. */
  loadLatest(conversationId: Id): Promise<void>;
  /** The stretch around the message with this number. */
  jumpTo(conversationId: Id, seq: number): Promise<void>;
  markRead(conversationId: Id): void;
}

export interface SendActions {
  /** Shown at once, kept until the server has it; the draft of that conversation is emptied. */
  send(conversationId: Id, content: string, more?: SendOptions): Pending;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Takes a file out of a message on its way. */
  dropFile(clientId: string, key: string): void;
  /** A file on its way, to show it. */
  fileOf(key: string): Promise<Blob | undefined>;
}

export interface AccountActions {
  updateProfile(change: ProfileChange): Promise<User>;
  /** A JPEG, PNG, GIF or WebP of at most 1 MiB; the server keeps its middle, as a small square. */
  changePicture(picture: Blob): Promise<User>;
  removePicture(): Promise<User>;
  /** All other sessions end; a `Refused` with `wrong_credentials` when the current one is not that. */
  changePassword(current: string, next: string): Promise<void>;
}

export interface PeopleActions {
  people(search: string): Promise<readonly User[]>;
}
