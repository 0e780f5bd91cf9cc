// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { isMuted, selfOf } from "@palabre/sdk";
import { Bell, BellOff, CircleCheck, CircleMinus, Mic, Paperclip, Search, Smile } from "lucide-react";
import { ALWAYS } from "../conversation-actions/muting.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { Command } from "./suggestions.js";

/** What commands do around the text; what is left out cannot be done here. */
export interface Doing {
  readonly attach: () => void;
  readonly pickEmoji: () => void;
  readonly speak: (() => void) | undefined;
  readonly search: (() => void) | undefined;
  /** What was asked for was refused, or could not be asked. */
  readonly onFailed: () => void;
}

/** What a message that begins with `/` can ask for, by the names that the language has for it. */
export function useCommands(
  conversationId: Id,
  { attach, pickEmoji, speak, search, onFailed }: Doing,
): readonly Command[] {
  const { commands: words } = useLanguage().words;
  const client = usePalabre();
  const muted = usePalabreState((state) => {
    const entry = state.conversations.get(conversationId);
    return entry !== undefined && isMuted(entry);
  });
  const mute = (mutedUntil: string | null) =>
    void client.changeMe(conversationId, { mutedUntil }).catch(onFailed);
  const busy = usePalabreState((state) => selfOf(state)?.status === "busy");
  const show = (status: "available" | "busy") => void client.setStatus({ status }).catch(onFailed);

  return [
    { ...words.file, Icon: Paperclip, run: attach },
    { ...words.emoji, Icon: Smile, run: pickEmoji },
    ...(speak ? [{ ...words.voice, Icon: Mic, run: speak }] : []),
    ...(search ? [{ ...words.search, Icon: Search, run: search }] : []),
    muted
      ? { ...words.unmute, Icon: Bell, run: () => mute(null) }
      : { ...words.mute, Icon: BellOff, run: () => mute(ALWAYS) },
    busy
      ? { ...words.available, Icon: CircleCheck, run: () => show("available") }
      : { ...words.busy, Icon: CircleMinus, run: () => show("busy") },
  ];
}
