// SPDX-License-Identifier: Apache-2.0
import type { FileToSend, Id } from "@palabre/sdk";
import { useEffect, useState } from "react";
import type { Recording } from "../attachments/recording.js";
import type { Turn } from "../message-actions/Turn.js";

/** What one began in a conversation and has neither sent nor dropped; the text of a message is a draft of its own. */
export interface Begun {
  files: readonly FileToSend[];
  turn: Turn;
  /** A message that is being changed, as far as it was typed. */
  anew: { readonly of: Turn; readonly text: string } | undefined;
  recording: Recording | undefined;
}

/** The same of all conversations; it stays when they leave the screen. */
export type Beginnings = Map<Id, Partial<Begun>>;

/** What was begun on this page, which asks before it is left while some of that would be lost. */
export function useBeginnings(): Beginnings {
  const [beginnings] = useState<Beginnings>(() => new Map());
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) =>
      [...beginnings.values()].some(wouldBeLost) && event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [beginnings]);
  return beginnings;
}

/** A message was begun that no draft keeps. */
export function isMessage({ files = [], recording }: Partial<Begun>): boolean {
  return files.length > 0 || recording !== undefined;
}

function wouldBeLost(begun: Partial<Begun>): boolean {
  return isMessage(begun) || begun.turn?.is === "edit";
}
