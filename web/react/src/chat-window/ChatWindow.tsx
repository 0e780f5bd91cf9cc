// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Message } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { useEffect, useRef, useState } from "react";
import { ChosenProvider } from "../attachments/Chosen.js";
import { DropZone } from "../attachments/DropZone.js";
import { Button } from "../button/Button.js";
import { Composer } from "../composer/Composer.js";
import { titleOf } from "../conversation-list/naming.js";
import { TurnProvider } from "../message-actions/Turn.js";
import { MessageList } from "../message-list/MessageList.js";
import { MessagesSkeleton } from "../message-list/MessagesSkeleton.js";
import { Notice } from "../notice/Notice.js";
import { ProductCard } from "../product/ProductCard.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { ConnectionBar } from "../web-socket-status/WebSocketStatus.js";
import { Announcer } from "./Announcer.js";
import type { ChatHeaderProps } from "./ChatHeader.js";
import { ChatHeader } from "./ChatHeader.js";
import style from "./ChatWindow.module.css";
import { useReading } from "./useReading.js";

export interface ChatWindowProps {
  readonly conversationId: Id;
  readonly onBack: () => void;
  /** The number of the message to go to. */
  readonly goTo?: { readonly seq: number } | undefined;
  /** Shows who is in it; without it, the header is no button. */
  readonly onDetails?: () => void;
}

/** A conversation on the screen. */
export function ChatWindow({ conversationId, onBack, goTo, onDetails }: ChatWindowProps) {
  const client = usePalabre();
  const entry = usePalabreState((state) => state.conversations.get(conversationId));
  const loaded = usePalabreState((state) => state.timelines.has(conversationId));
  const connected = usePalabreState((state) => state.status === "connected");
  const held = entry !== undefined;

  useEffect(() => () => client.close(conversationId), [client, conversationId]);
  // opening again what is open is nothing; it is needed once more when its messages were dropped, or could not come
  useEffect(() => {
    if (held && (!loaded || connected)) void client.open(conversationId);
  }, [client, conversationId, held, loaded, connected]);

  return entry ? (
    <Open key={conversationId} entry={entry} onBack={onBack} onDetails={onDetails} goTo={goTo} />
  ) : (
    <NotHeld key={conversationId} conversationId={conversationId} onBack={onBack} />
  );
}

function Open({ entry, onBack, onDetails, goTo }: ChatHeaderProps & Pick<ChatWindowProps, "goTo">) {
  const { id } = entry.conversation;
  const [atEnd, setAtEnd] = useState(false);
  const unreadAfter = useReading(entry, atEnd);
  const whole = useRef<HTMLElement>(null);
  return (
    <TurnProvider>
      <ChosenProvider>
        <section ref={whole} className={style.window}>
          <DropZone over={whole} />
          <ChatHeader entry={entry} onBack={onBack} onDetails={onDetails} />
          {entry.conversation.product && <ProductCard product={entry.conversation.product} />}
          <ConnectionBar />
          <div className={style.messages}>
            <Messages entry={entry} unreadAfter={unreadAfter} onAtEnd={setAtEnd} goTo={goTo} />
          </div>
          <Composer conversationId={id} />
          <Announcer conversationId={id} />
        </section>
      </ChosenProvider>
    </TurnProvider>
  );
}

interface MessagesProps {
  readonly entry: Entry;
  readonly unreadAfter: number | undefined;
  readonly onAtEnd: (atEnd: boolean) => void;
  readonly goTo: ChatWindowProps["goTo"];
}

function Messages({ entry, unreadAfter, onAtEnd, goTo }: MessagesProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const { id, type } = entry.conversation;
  const phase = usePalabreState((state) => state.timelines.get(id)?.phase);
  const nothing = usePalabreState((state) => {
    const said = state.timelines.get(id)?.messages.some(isNews);
    return !said && !state.pending.some((pending) => pending.conversationId === id);
  });
  const selfId = usePalabreState((state) => selfOf(state)?.id ?? "");
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
  if (nothing) {
    const name = titleOf(entry, selfId, words);
    const beginning = type === "group" ? words.emptyGroup(name) : words.emptyConversation(name);
    return <Notice title={words.startTyping} hint={beginning} />;
  }
  return <MessageList entry={entry} unreadAfter={unreadAfter} onAtEnd={onAtEnd} goTo={goTo} />;
}

/** Anything but that the conversation began. */
function isNews({ ord, system }: Message): boolean {
  return ord !== undefined || (system?.code !== "created" && system?.code !== "members_added");
}

/** Not among the conversations held here: perhaps an older one, behind a link. */
function NotHeld({ conversationId, onBack }: ChatWindowProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const connected = usePalabreState((state) => state.status === "connected");
  const [unknown, setUnknown] = useState(false);
  useEffect(() => {
    if (connected) void client.find(conversationId).then((found) => setUnknown(!found));
  }, [client, connected, conversationId]);
  return (
    <section className={style.window}>
      <ConnectionBar />
      {!unknown ? (
        <MessagesSkeleton />
      ) : (
        <Notice title={words.unknownConversation}>
          <Button kind="quiet" onClick={onBack}>
            {words.back}
          </Button>
        </Notice>
      )}
    </section>
  );
}

export default ChatWindow;
