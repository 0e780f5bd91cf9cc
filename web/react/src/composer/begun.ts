// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import {
  createContext,
  type Dispatch,
  type SetStateAction,
  useCallback,
  useContext,
  useRef,
  useState,
} from "react";
import type { Beginnings, Begun } from "./beginnings.js";
import { isMessage } from "./beginnings.js";

export const BegunContext = createContext<Partial<Begun> | undefined>(undefined);

export function begunIn(beginnings: Beginnings, conversationId: Id): Partial<Begun> {
  const begun = beginnings.get(conversationId) ?? {};
  beginnings.set(conversationId, begun);
  return begun;
}

/** How many messages were begun that a draft does not keep. */
export function unfinishedIn(beginnings: Beginnings): number {
  return [...beginnings.values()].filter(isMessage).length;
}

/** One of those, as a state that outlives the screen it is on. */
export function useBegun<K extends keyof Begun>(
  name: K,
  initial: Begun[K],
): [Begun[K], Dispatch<SetStateAction<Begun[K]>>] {
  const own = useRef<Partial<Begun>>({});
  const begun = useContext(BegunContext) ?? own.current;
  const first = useRef(initial).current;
  const [value, setValue] = useState<Begun[K]>(() => begun[name] ?? first);
  const change = useCallback(
    (next: SetStateAction<Begun[K]>) => {
      const changed = typeof next === "function" ? next(begun[name] ?? first) : next;
      begun[name] = changed;
      setValue(() => changed);
    },
    [begun, name, first],
  );
  return [value, change];
}
