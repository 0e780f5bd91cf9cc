// SPDX-License-Identifier: Apache-2.0
import type { Entry, Message } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { Button } from "../button/Button.js";
import { titleOf } from "../conversation-list/naming.js";
import type { MessageListProps } from "../message-list/MessageList.js";
import { MessageList } from "../message-list/MessageList.js";
import { Notice } from "../notice/Notice.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { MessagesSkeleton } from "../skeleton/Skeleton.js";
import { Openers } from "./Openers.js";

/** The messages of a conversation; before they are there, or where there are none, what takes their place. */
export function Messages(props: MessageListProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const { id } = props.entry.conversation;
  const phase = usePalabreState((state) => state.timelines.get(id)?.phase);
  const nothing = usePalabreState((state) => {
    const said = state.timelines.get(id)?.messages.some(isNews);
    return !said && !state.pending.some((pending) => pending.conversationId === id);
  });
  if (phase === "failed" && nothing) {
    return (
      <Notice title={words.messagesFailed}>
        <Button kind="quiet" onClick={() => void client.open(id)}>
          {words.tryAgain}
        </Button>
      </Notice>
    );
  }
  if (phase !== "ready" && nothing) return <MessagesSkeleton />;
  return nothing ? <Beginning entry={props.entry} /> : <MessageList {...props} />;
}

/** Nothing said yet: with whom one is, and something to begin with. */
function Beginning({ entry }: { readonly entry: Entry }) {
  const { words } = useLanguage();
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
  const name = titleOf(entry, selfId, words);
  const group = entry.conversation.type === "group";
  return (
    <Notice title={words.startTyping} hint={group ? words.emptyGroup(name) : words.emptyConversation(name)}>
      <Openers entry={entry} selfId={selfId} />
    </Notice>
  );
}

/** Anything but that the conversation began. */
function isNews({ ord, system }: Message): boolean {
  return ord !== undefined || (system?.code !== "created" && system?.code !== "members_added");
}
