// SPDX-License-Identifier: Apache-2.0
import { io } from "socket.io-client";
import { patiently } from "../patience.js";
import { Refused } from "../refused.js";
import type { Refusal, Requests } from "../shapes.js";
import type { Status } from "../state/state.js";
import type { Token } from "../token.js";
import { backoff } from "./backoff.js";
import { isWatched, onCut, onWake } from "./wake.js";

const ANSWER_WITHIN = 10_000;
/** A try that hangs, as on a network that swallows all, is given up for the next. */
const OPEN_WITHIN = 10_000;
/** Before that, a try is left alone by whatever asks for another. */
const YOUNG = 1_000;
/** Worth nothing later, or said again by whoever asks. */
const AT_ONCE: ReadonlySet<keyof Requests> = new Set([
  "send_message",
  "typing_start",
  "typing_stop",
  "heartbeat",
] as const);

/** One socket that comes back by itself. */
export interface Connection {
  start(): void;
  stop(): void;
  /** Tries now instead of when the wait is over. */
  hurry(): void;
  /** The answer, or a `Refused`: the server's own, or `unreachable` when the outcome is unknown. */
  request<R extends keyof Requests>(name: R, payload: Requests[R]["takes"]): Promise<Requests[R]["answers"]>;
}

export interface ConnectionOptions {
  readonly baseUrl: string;
  readonly token: Pick<Token, "get" | "renew">;
  readonly onStatus: (status: Status) => void;
  readonly onEvent: (name: string, data: unknown) => void;
  /** The server ended it on purpose: it stops, or it no longer knows our session. */
  readonly onClosedByServer: () => void;
}

type Acknowledged = { ok: true } | Refusal;

export function createConnection(options: ConnectionOptions): Connection {
  // WebSocket at once, polling where that is blocked. Retrying is ours, so that a wake can cut a wait short.
  const socket = io(options.baseUrl || undefined, {
    autoConnect: false,
    reconnection: false,
    timeout: OPEN_WITHIN,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth: (give) => give({ token: options.token.get() }),
  });
  let tries = 0;
  /** Since the server last knew us. */
  let renewed = false;
  /** Since when a try is under way. */
  let begun: number | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let unwatch: (() => void) | undefined;

  function watch(): () => void {
    const stops = [onWake(hurry), onCut(() => socket.connected && socket.io.engine.close())];
    return () => {
      for (const stop of stops) stop();
    };
  }

  function connect() {
    clearTimeout(waiting);
    waiting = undefined;
    if (unwatch === undefined) return;
    begun = performance.now();
    socket.connect();
  }

  function retryLater() {
    if (unwatch === undefined) return;
    options.onStatus("offline");
    clearTimeout(waiting);
    waiting = setTimeout(connect, backoff(tries++, isWatched()));
  }

  /** The server does not know our token: another one may do. */
  async function unknown() {
    const again = !renewed;
    renewed = true;
    try {
      if (again && (await options.token.renew())) connect();
      else options.onStatus("refused");
    } catch {
      renewed = false;
      retryLater();
    }
  }

  /** Connected means known to the server, not only that a channel is open. */
  function greeted() {
    tries = 0;
    renewed = false;
    options.onStatus("connected");
  }

  function hurry() {
    const hanging = begun !== undefined && performance.now() - begun > YOUNG;
    if (waiting === undefined && !hanging) return;
    tries = 0;
    if (hanging) socket.disconnect();
    options.onStatus("connecting");
    connect();
  }

  socket.on("connect_error", (error: Error & { data?: { code?: string } }) => {
    begun = undefined;
    if (error.data?.code === "unauthenticated") void unknown();
    else retryLater();
  });
  socket.on("connect", () => {
    begun = undefined;
  });
  socket.on("disconnect", (reason) => {
    retryLater();
    if (reason === "io server disconnect") options.onClosedByServer();
  });
  socket.onAny((name: string, data: unknown) => {
    if (name === "authenticated") greeted();
    options.onEvent(name, data);
  });

  const ask: Connection["request"] = async (name, payload) => {
    if (!socket.connected) throw Refused.unreachable();
    const answer = await socket
      .timeout(ANSWER_WITHIN)
      .emitWithAck(name, payload)
      .catch(() => {
        throw Refused.unreachable();
      });
    return accepted(answer);
  };

  return {
    start() {
      unwatch ??= watch();
      options.onStatus("connecting");
      connect();
    },
    stop() {
      unwatch?.();
      unwatch = undefined;
      clearTimeout(waiting);
      waiting = begun = undefined;
      socket.disconnect();
      options.onStatus("idle");
    },
    hurry,
    request: (name, payload) =>
      AT_ONCE.has(name) ? ask(name, payload) : patiently(() => ask(name, payload)),
  };
}

function accepted<T>(answer: Acknowledged & T): T {
  if (answer.ok) return answer;
  const { code, message, retryable, retryAfterMs } = answer.error;
  throw new Refused(code, message, retryable, 0, retryAfterMs);
}
