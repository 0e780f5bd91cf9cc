// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { useEffect, useLayoutEffect, useState } from "react";
import { Button } from "../button/Button.js";
import type { Beginnings } from "../composer/beginnings.js";
import { useBeginnings } from "../composer/beginnings.js";
import { BegunContext, begunIn } from "../composer/begun.js";
import { looked } from "../look/Look.js";
import type { Places } from "../message-list/places.js";
import { NobodyHere } from "../nobody-here/NobodyHere.js";
import { Notice } from "../notice/Notice.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { SearchedTo } from "../search/narrowing.js";
import { MessagesSkeleton } from "../skeleton/Skeleton.js";
import { ConnectionBar } from "../web-socket-status/WebSocketStatus.js";
import style from "./ChatWindow.module.css";
import { Opened } from "./Opened.js";

/** Where to go in a conversation. */
export interface GoTo {
  /** The number of the message. */
  readonly seq: number;
  /** What was searched for and found there. */
  readonly found?: SearchedTo;
}

export interface ChatWindowProps {
  readonly conversationId: Id;
  readonly onBack: () => void;
  readonly goTo?: GoTo | undefined;
  /** Shows who is in it; without it, the header is no button. */
  readonly onDetails?: () => void;
  /** Where one stood in conversations left before; they are kept here. */
  readonly places?: Places;
  /** What one began and has not sent there; it is kept here. */
  readonly beginnings?: Beginnings;
}

/** A conversation on the screen. */
export const ChatWindow = looked(function ChatWindow({
  conversationId,
  onBack,
  goTo,
  onDetails,
  places,
  beginnings,
}: ChatWindowProps) {
  const client = usePalabre();
  const entry = usePalabreState((state) => state.conversations.get(conversationId));
  const loaded = usePalabreState((state) => state.timelines.has(conversationId));
  const connected = usePalabreState((state) => state.status === "connected");
  const held = entry !== undefined;
  const own = useBeginnings();
  const begun = begunIn(beginnings ?? own, conversationId);
  const [seen, setSeen] = useState<Id>();

  if (held && seen !== conversationId) setSeen(conversationId);

  useEffect(() => () => client.close(conversationId), [client, conversationId]);
  // before it is drawn: what is held may not be what it begins with. Opening again what is open is nothing; it is needed
  // once more when its messages were dropped, or could not come
  // biome-ignore lint/correctness/useExhaustiveDependencies: those two ask for it once more
  useLayoutEffect(() => {
    if (held) void client.open(conversationId);
  }, [client, conversationId, held, loaded, connected]);

  return entry ? (
    <BegunContext key={conversationId} value={begun}>
      <Opened entry={entry} onBack={onBack} onDetails={onDetails} goTo={goTo} places={places} />
    </BegunContext>
  ) : (
    <NotHeld
      key={conversationId}
      conversationId={conversationId}
      left={seen === conversationId}
      onBack={onBack}
    />
  );
});

interface NotHeldProps extends Pick<ChatWindowProps, "conversationId" | "onBack"> {
  /** It was on the screen just now. */
  readonly left: boolean;
}

/** Not among the conversations held here: perhaps an older one, behind a link, or one that was left. */
function NotHeld({ conversationId, left, onBack }: NotHeldProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const connected = usePalabreState((state) => state.status === "connected");
  const session = usePalabreState((state) => state.session.is);
  const [unknown, setUnknown] = useState(false);
  useEffect(() => {
    if (connected) void client.find(conversationId).then((found) => setUnknown(!found));
  }, [client, connected, conversationId]);
  return (
    <section className={style.window}>
      <ConnectionBar />
      {session === "unreachable" ? (
        <NobodyHere session={session} />
      ) : !unknown ? (
        <MessagesSkeleton />
      ) : (
        <Notice title={left ? words.leftConversation : words.unknownConversation}>
          <Button kind="quiet" onClick={onBack}>
            {words.back}
          </Button>
        </Notice>
      )}
    </section>
  );
}

export default ChatWindow;
