// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { isMuted, selfOf } from "@palabre/sdk";
import { Bell, BellOff, CircleCheck, CircleMinus, Mic, Paperclip, Search, Smile } from "lucide-react";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { Command } from "./suggestions.js";

/** As the server writes that it never ends. */
const ALWAYS = "9999-12-31T00:00:00Z";

/** What commands do around the text; what is left out cannot be done here. */
export interface Doing {
  readonly attach: () => void;
  readonly pickEmoji: () => void;
  readonly speak: (() => void) | undefined;
  readonly search: (() => void) | undefined;
}

/** What a message that begins with `/` can ask for, by the names that the language has for it. */
export function useCommands(
  conversationId: Id,
  { attach, pickEmoji, speak, search }: Doing,
): readonly Command[] {
  const { commands: words } = useLanguage().words;
  const client = usePalabre();
  const muted = usePalabreState((state) => {
    const entry = state.conversations.get(conversationId);
    return entry !== undefined && isMuted(entry);
  });
  const mute = (mutedUntil: string | null) =>
    void client.changeMe(conversationId, { mutedUntil }).catch(() => undefined);
  const busy = usePalabreState((state) => selfOf(state)?.status === "busy");
  const show = (status: "available" | "busy") => void client.setStatus({ status }).catch(() => undefined);

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
