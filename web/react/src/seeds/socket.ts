// SPDX-License-Identifier: Apache-2.0
import type { Palabre } from "@palabre/sdk";
import { Refused } from "@palabre/sdk";

export type Listener<T> = (data: T) => void;
export type Stop = () => void;
type Acknowledge = (answer: unknown) => void;

/** What front ends that held a socket by hand go on using. */
export interface Socket {
  readonly connected: boolean;
  /** The server's events by their names, `connect` and `disconnect`; answers how to stop listening. */
  on(event: string, listener: Listener<never>): Stop;
  once(event: string, listener: Listener<never>): Stop;
  /** Without a listener: all of that event. */
  off(event: string, listener?: Listener<never>): void;
  /** Says an event; the acknowledgement is `{ok: true, …}` or `{ok: false, error}`. */
  emit(event: string, ...said: readonly unknown[]): void;
}

/** The connection of a client, as a socket. */
export function socketOf(client: Palabre): Socket {
  const heard = new Map<string, Map<Listener<never>, Stop>>();

  function off(event: string, listener?: Listener<never>) {
    const listeners = heard.get(event);
    for (const [one, stop] of listeners ?? []) {
      if (listener !== undefined && one !== listener) continue;
      stop();
      listeners?.delete(one);
    }
  }

  function on(event: string, listener: Listener<never>): Stop {
    off(event, listener);
    const listeners = heard.get(event) ?? new Map<Listener<never>, Stop>();
    heard.set(event, listeners.set(listener, listen(client, event, listener as Listener<unknown>)));
    return () => off(event, listener);
  }

  return {
    get connected() {
      return isConnected(client);
    },
    on,
    off,
    once(event, listener) {
      const stop = on(event, (data: never) => {
        stop();
        listener(data);
      });
      return stop;
    },
    emit(event, ...said) {
      const last = said.at(-1);
      const acknowledge = typeof last === "function" ? (last as Acknowledge) : undefined;
      const data = acknowledge !== undefined && said.length === 1 ? undefined : said[0];
      client.request(event, data).then(acknowledge, (error: unknown) => acknowledge?.(refusal(error)));
    },
  };
}

function listen(client: Palabre, event: string, listener: Listener<unknown>): Stop {
  if (event !== "connect" && event !== "disconnect")
    return client.onEvent((name, data) => name === event && listener(data));
  let before = isConnected(client);
  return client.subscribe(() => {
    const now = isConnected(client);
    if (now !== before && now === (event === "connect")) listener(undefined);
    before = now;
  });
}

function isConnected(client: Palabre): boolean {
  return client.get().status === "connected";
}

function refusal(error: unknown): unknown {
  const { code, message, retryable } = error instanceof Refused ? error : Refused.unreachable();
  return { ok: false, error: { code, message, retryable } };
}
