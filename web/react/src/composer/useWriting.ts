// SPDX-License-Identifier: Apache-2.0
import type { FileToSend, Id, Message, User } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { useState } from "react";
import { rightsOn } from "../message-actions/rights.js";
import type { Turn } from "../message-actions/Turn.js";
import { useTurn } from "../message-actions/Turn.js";
import { usePalabre } from "../provider/PalabreProvider.js";
import type { Begun } from "./beginnings.js";
import { useBegun } from "./begun.js";
import { useDraft } from "./drafts.js";
import { mentionsIn } from "./suggestions.js";

/** What is being written: the draft of the conversation, or a message of one's own anew, which leaves the draft alone. */
export function useWriting(conversationId: Id, members: readonly User[]) {
  const client = usePalabre();
  const { turn, take } = useTurn();
  const [draft, setDraft] = useDraft(conversationId);
  const edited = turn.is === "edit" ? turn.message : undefined;
  const [anew, setAnew] = useBegun("anew", undefined);
  const [failed, setFailed] = useState(false);

  function write(text: string) {
    setFailed(false);
    if (edited) return setAnew({ of: turn, text });
    setDraft(text);
    if (text.trim() === "") client.stopTyping(conversationId);
    else client.typing(conversationId);
  }

  function send(text: string, files: readonly FileToSend[] = []) {
    const mentions = mentionsIn(text, members);
    if (edited) change(edited, text, mentions);
    else
      client.send(conversationId, text, {
        ...(mentions.length > 0 && { mentions }),
        ...(turn.is === "reply" && { replyTo: turn.to.id }),
        ...(files.length > 0 && { files }),
      });
    take({ is: "new" });
  }

  /** Where the server refuses it, what was typed comes back, unless one has begun something else. */
  function change(message: Message, text: string, mentions: readonly Id[]) {
    if (text === message.content) return;
    client.edit(message, text, mentions.length > 0 || message.mentions ? mentions : undefined).catch(() => {
      setFailed(true);
      take((now) => (now.is === "new" ? { is: "edit", message, text } : now));
    });
  }

  /** What was said aloud is a message of its own, whatever is being written. */
  function say(voice: FileToSend) {
    client.send(conversationId, "", {
      ...(turn.is === "reply" && { replyTo: turn.to.id }),
      files: [voice],
    });
    take((now) => (now.is === "reply" ? { is: "new" } : now));
  }

  /** The last message of one's own, if it may still be changed. */
  function editLast(): boolean {
    const state = client.get();
    const entry = state.conversations.get(conversationId);
    const self = selfOf(state);
    const last = state.timelines.get(conversationId)?.messages.findLast((one) => isOwn(one, self));
    if (!entry || !last || !rightsOn(last, entry, self).edit) return false;
    take({ is: "edit", message: last });
    return true;
  }

  return {
    text: turn.is === "edit" ? textAnew(turn, anew) : draft,
    turn,
    failed,
    write,
    send,
    say,
    editLast,
    cancel: () => take({ is: "new" }),
  };
}

/** As far as it was typed; to begin with, as it was said. */
function textAnew(turn: Extract<Turn, { is: "edit" }>, anew: Begun["anew"]): string {
  return anew?.of === turn ? anew.text : (turn.text ?? turn.message.content ?? "");
}

function isOwn(message: Message, self: User | undefined): boolean {
  return message.senderId === self?.id && message.ord !== undefined && message.deletedAt === undefined;
}
