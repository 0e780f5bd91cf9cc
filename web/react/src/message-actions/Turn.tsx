// SPDX-License-Identifier: Apache-2.0
import type { Message } from "@palabre/sdk";
import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useMemo,
} from "react";
import { useBegun } from "../composer/begun.js";

/** What is written next: something new, an answer to a message, or a message anew. */
export type Turn =
  | { readonly is: "new" }
  | { readonly is: "reply"; readonly to: Message }
  /** `text`: as it was typed when the server refused it. */
  | { readonly is: "edit"; readonly message: Message; readonly text?: string };

interface TakingTurns {
  readonly turn: Turn;
  readonly take: Dispatch<SetStateAction<Turn>>;
}

const Context = createContext<TakingTurns>({ turn: { is: "new" }, take: () => {} });

/** Between the messages, where a turn is taken, and the composer, where it is used. One for each open conversation. */
export function TurnProvider({ children }: { readonly children: ReactNode }) {
  const [turn, take] = useBegun("turn", { is: "new" });
  const value = useMemo(() => ({ turn, take }), [turn, take]);
  return <Context value={value}>{children}</Context>;
}

export function useTurn(): TakingTurns {
  return useContext(Context);
}
