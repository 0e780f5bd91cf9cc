// SPDX-License-Identifier: Apache-2.0
import type { components } from "./openapi.gen.js";
import { patiently } from "./patience.js";
import { Refused } from "./refused.js";
import type {
  Answer,
  Attachment,
  FilePage,
  Found,
  Id,
  Me,
  MeChange,
  Message,
  MessagePage,
  Newcomer,
  Product,
  ProfileChange,
  Receipts,
  Report,
  SearchFor,
  SignIn,
  Upload,
  User,
} from "./shapes.js";
import type { Token } from "./token.js";

type Schemas = components["schemas"];

export interface RestOptions {
  /** Where the server is; empty for the origin that served the page. */
  readonly baseUrl: string;
  readonly token: Pick<Token, "get" | "renew">;
  readonly fetch: typeof fetch;
}

/** Which page: the last, or that before, after or around a number, or around where one has stopped reading. */
export type PageAsked = {
  readonly before?: number;
  readonly after?: number;
  readonly around?: number;
  readonly unread?: true;
};

/** Whoever has no answer by then asks anew: the network may have swallowed the question. */
const PATIENCE = 30_000;
/** With bytes to bring, on a slow line. */
const PATIENCE_WITH_BYTES = 180_000;

/** The REST routes this SDK uses. Every refusal is a `Refused`. */
export type Rest = ReturnType<typeof createRest>;

export function createRest(options: RestOptions) {
  const get = <T>(path: string) => call<T>(options, "GET", path);
  const post = <T>(path: string, body?: unknown) => call<T>(options, "POST", path, body ?? {});
  const patch = <T>(path: string, body: unknown) => call<T>(options, "PATCH", path, body);
  const put = <T>(path: string) => call<T>(options, "PUT", path);
  const remove = <T>(path: string) => call<T>(options, "DELETE", path);
  return {
    /** A route without an answer worth reading. */
    ask: (method: string, path: string, body?: unknown) =>
      call<unknown>(options, method, path, body).then(() => undefined),
    file: (path: string) => call<Blob>(options, "GET", path, undefined, { file: true }),
    health: () => get<Schemas["Health"]>("/api/health"),
    login: (username: string, password: string) =>
      post<Schemas["SignedIn"]>("/api/auth/login", { username, password }),
    register: (newcomer: Newcomer) => post<Schemas["SignedIn"]>("/api/auth/register", newcomer),
    logout: () => call<void>(options, "POST", "/api/auth/logout"),
    session: () => get<Answer<"session", 200>>("/api/auth/session"),
    sessions: () => get<{ sessions: SignIn[] }>("/api/auth/sessions"),
    endSession: (id: Id) => remove<void>(`/api/auth/sessions/${encodeURIComponent(id)}`),
    people: (search: string) => get<{ users: User[] }>(`/api/users${query({ search })}`),
    conversations: (cursor?: string) =>
      get<Answer<"conversations", 200>>(`/api/conversations${query({ cursor })}`),
    conversation: (id: Id) => get<Held>(conversation(id)),
    openPrivate: (userId: Id) => post<Held>("/api/conversations", { type: "private", userId }),
    createGroup: (title: string, memberIds: readonly Id[]) =>
      post<Held>("/api/conversations", { type: "group", title, memberIds }),
    message: (id: Id) => get<{ message: Message }>(`/api/messages/${encodeURIComponent(id)}`),
    messages: (id: Id, page: PageAsked & { readonly limit?: number }) =>
      get<MessagePage>(`${conversation(id)}/messages${query(page)}`),

    changeMe: (id: Id, change: MeChange) => patch<{ me: Me }>(`${conversation(id)}/me`, change),
    clearConversation: (id: Id) => remove<void>(`${conversation(id)}/me`),
    pins: (id: Id) => get<{ messages: Message[] }>(`${conversation(id)}/pins`),
    edit: (id: Id, content: string, mentions?: readonly Id[]) =>
      patch<{ message: Message }>(message(id), { content, ...(mentions && { mentions }) }),
    deleteMessage: (id: Id, whose: "all" | "me") => remove<void>(`${message(id)}${query({ for: whose })}`),
    react: (id: Id, emoji: string) => put<unknown>(`${message(id)}/reactions/${encodeURIComponent(emoji)}`),
    unreact: (id: Id, emoji: string) =>
      remove<unknown>(`${message(id)}/reactions/${encodeURIComponent(emoji)}`),
    pin: (id: Id) => put<unknown>(`${message(id)}/pin`),
    unpin: (id: Id) => remove<unknown>(`${message(id)}/pin`),
    receipts: (id: Id) => get<Receipts>(`${message(id)}/receipts`),
    search: (asked: SearchFor) => get<Found>(`/api/search${query({ ...asked })}`),
    files: (id: Id, page: { kind?: string; cursor?: string }) =>
      get<FilePage>(`${conversation(id)}/attachments${query(page)}`),

    attach: (about: AboutFile, bytes: Blob, signal: AbortSignal) =>
      call<{ attachment: Attachment }>(options, "POST", `/api/attachments${query({ ...about })}`, bytes, {
        signal,
      }),
    beginUpload: (about: AboutFile & { size: number }) =>
      post<{ upload: Upload }>("/api/attachments/uploads", about),
    continueUpload: (id: Id, offset: number, bytes: Blob, signal: AbortSignal) =>
      call<{ upload: Upload; attachment?: Attachment }>(options, "PATCH", uploadOf(id), bytes, {
        signal,
        headers: { "upload-offset": String(offset) },
      }),
    uploadStands: (id: Id) => get<{ upload: Upload }>(uploadOf(id)),
    giveUpUpload: (id: Id) => remove<void>(uploadOf(id)),

    products: (search: string) => get<{ products: Product[] }>(`/api/products${query({ search })}`),
    product: (id: Id) => get<{ product: Product }>(`/api/products/${encodeURIComponent(id)}`),
    openProduct: (productId: Id, sellerId: Id) => post<Held>("/api/conversations", { productId, sellerId }),

    updateProfile: (change: ProfileChange) => patch<{ user: User }>("/api/users/me", change),
    changePicture: (picture: Blob) => call<{ user: User }>(options, "PUT", "/api/users/me/picture", picture),
    removePicture: () => remove<{ user: User }>("/api/users/me/picture"),
    changePassword: (currentPassword: string, newPassword: string) =>
      post<Schemas["SignedIn"]>("/api/auth/password", { currentPassword, newPassword }),
    block: (id: Id) => post<void>(`/api/users/${encodeURIComponent(id)}/block`),
    unblock: (id: Id) => remove<void>(`/api/users/${encodeURIComponent(id)}/block`),
    blocks: () => get<{ users: User[] }>("/api/users/me/blocks"),
    report: (report: Report) => post<{ report: { id: Id } }>("/api/reports", report),

    forward: (id: Id, conversationIds: readonly Id[], clientId: string) =>
      post<Schemas["Forwarded"]>(`${message(id)}/forward`, { conversationIds, clientId }),
  };
}

interface AboutFile {
  name: string;
  kind?: Attachment["kind"];
  duration?: number;
}

type Held = Pick<Answer<"createConversation", 200>, "conversation" | "me">;

const conversation = (id: Id) => `/api/conversations/${encodeURIComponent(id)}`;
const uploadOf = (id: Id) => `/api/attachments/uploads/${encodeURIComponent(id)}`;
const message = (id: Id) => `/api/messages/${encodeURIComponent(id)}`;

interface Extra {
  /** The answer is a file. */
  readonly file?: boolean;
  readonly signal?: AbortSignal;
  readonly headers?: Record<string, string>;
}

/** Asks; again under another token where the one there was is none any more. */
async function call<T>(
  options: RestOptions,
  method: string,
  path: string,
  body?: unknown,
  extra: Extra = {},
): Promise<T> {
  const ask = () => callOnce<T>(options, method, path, body, extra);
  // who may not sign in just now wants to know it, and signing in needs no token
  if (path.startsWith("/api/auth/log") || path === "/api/auth/register") return ask();
  return patiently(ask).catch(async (error: unknown) => {
    if (!(error instanceof Refused) || error.status !== 401 || !(await renewed(options))) throw error;
    return ask();
  });
}

function renewed({ token }: RestOptions): Promise<boolean> {
  return token.renew().catch(() => {
    throw Refused.unreachable();
  });
}

async function callOnce<T>(
  options: RestOptions,
  method: string,
  path: string,
  body: unknown,
  { signal, headers: more, file = false }: Extra,
): Promise<T> {
  const token = options.token.get();
  const headers: Record<string, string> = { accept: "application/json", ...more };
  const bytes = body instanceof Blob;
  if (body !== undefined) headers["content-type"] = bytes ? "application/octet-stream" : "application/json";
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  const late = new AbortController();
  const deadline = setTimeout(() => late.abort(), bytes ? PATIENCE_WITH_BYTES : PATIENCE);
  try {
    const response = await options.fetch(options.baseUrl + path, {
      method,
      headers,
      credentials: options.baseUrl === "" ? "same-origin" : "omit",
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
      ...(body !== undefined && { body: bytes ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw await refusal(response);
    if (file) {
      clearTimeout(deadline);
      return (await response.blob()) as T;
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  } catch (error) {
    throw error instanceof Refused ? error : Refused.unreachable();
  } finally {
    clearTimeout(deadline);
  }
}

/** What a problem document says; anything else (a proxy's page) by its status alone. */
async function refusal(response: Response): Promise<Refused> {
  const problem: Partial<Schemas["Problem"]> = await response.json().catch(() => ({}));
  const retryable = problem.retryable ?? (response.status >= 500 || response.status === 429);
  const words = problem.detail ?? problem.title ?? response.statusText;
  const code = problem.code ?? `http_${response.status}`;
  const retryAfterMs = problem.retryAfterMs ?? afterSeconds(response);
  return new Refused(code, words, retryable, response.status, retryAfterMs, problem.field);
}

/** A proxy says it in its header, in seconds. */
function afterSeconds({ headers }: Response): number | undefined {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}

function query(values: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  if (given.length === 0) return "";
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
