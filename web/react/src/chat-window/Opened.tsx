// SPDX-License-Identifier: Apache-2.0
import type { Entry } from "@palabre/sdk";
import { lazy, useCallback, useEffect, useRef, useState } from "react";
import { ChosenProvider } from "../attachments/Chosen.js";
import { DropZone } from "../attachments/DropZone.js";
import { Composer } from "../composer/Composer.js";
import { TurnProvider } from "../message-actions/Turn.js";
import type { Target } from "../message-list/useJump.js";
import { Part } from "../part/Part.js";
import { ProductCard } from "../product/ProductCard.js";
import { SearchedFor } from "../search/Marked.js";
import type { SearchedTo } from "../search/narrowing.js";
import { WIDE } from "../search/narrowing.js";
import { useKey } from "../shortcuts/keys.js";
import { ConnectionBar } from "../web-socket-status/WebSocketStatus.js";
import { Announcer } from "./Announcer.js";
import { ChatHeader } from "./ChatHeader.js";
import type { ChatWindowProps } from "./ChatWindow.js";
import style from "./ChatWindow.module.css";
import { Messages } from "./Messages.js";
import { PinBar } from "./PinBar.js";
import { useReading } from "./useReading.js";

const InsideSearch = lazy(() => import("./InsideSearch.js"));

export interface OpenedProps extends Pick<ChatWindowProps, "onBack" | "goTo" | "places"> {
  readonly entry: Entry;
  readonly onDetails: ChatWindowProps["onDetails"] | undefined;
}

/** A conversation that is held here: who, what was said, and where one writes. */
export function Opened({ entry, onBack, onDetails, goTo, places }: OpenedProps) {
  const { id, product } = entry.conversation;
  const [atEnd, setAtEnd] = useState(false);
  const unreadAfter = useReading(entry, atEnd);
  const whole = useRef<HTMLElement>(null);
  const standing = useRef<number>(undefined);
  const [target, setTarget] = useState<Target | undefined>(goTo);
  const { searching, begin, look, end } = useInsideSearch(goTo, standing, setTarget);
  const go = useCallback((seq: number) => setTarget({ seq }), []);

  useEffect(() => setTarget(goTo), [goTo]);

  const onStand = useCallback(
    (seq: number | undefined) => {
      standing.current = seq;
      if (seq === undefined) places?.delete(id);
      else places?.set(id, seq);
    },
    [id, places],
  );

  return (
    <TurnProvider>
      <ChosenProvider>
        <section ref={whole} className={style.window}>
          <DropZone over={whole} />
          <ChatHeader entry={entry} onBack={onBack} onDetails={onDetails} onSearch={begin} />
          {searching && (
            <Part>
              <InsideSearch
                conversationId={id}
                term={searching.term}
                narrowing={searching.narrowing}
                first={searching.first}
                onLook={look}
                onGo={go}
                onClose={end}
              />
            </Part>
          )}
          {product && <ProductCard product={product} />}
          <PinBar conversationId={id} onGo={go} />
          <ConnectionBar />
          <div className={style.messages}>
            <SearchedFor term={searching?.term ?? ""}>
              <Messages
                entry={entry}
                unreadAfter={unreadAfter}
                onAtEnd={setAtEnd}
                goTo={target}
                begin={places?.get(id)}
                onStand={onStand}
              />
            </SearchedFor>
          </div>
          <Composer conversationId={id} onSearch={begin} />
          <Announcer conversationId={id} />
        </section>
      </ChosenProvider>
    </TurnProvider>
  );
}

interface Inside extends SearchedTo {
  /** Where a search elsewhere has led. */
  readonly first: number | undefined;
}

/** Looking through this conversation; its end leads back to where one stood when it began. */
function useInsideSearch(
  goTo: ChatWindowProps["goTo"],
  standing: { readonly current: number | undefined },
  onGo: (target: Target) => void,
) {
  const [searching, setSearching] = useState<Inside>();
  const before = useRef<number>(undefined);

  const begin = useCallback(() => {
    before.current = standing.current;
    setSearching((now) => now ?? { term: "", narrowing: WIDE, first: undefined });
  }, [standing]);
  useKey(
    ({ key, ctrlKey, metaKey }) => key === "/" || ((ctrlKey || metaKey) && key.toLowerCase() === "f"),
    begin,
  );

  useEffect(() => {
    if (goTo?.found) setSearching({ ...goTo.found, first: goTo.seq });
  }, [goTo]);

  return {
    searching,
    begin,
    look: useCallback((next: SearchedTo) => setSearching((now) => ({ ...next, first: now?.first })), []),
    end() {
      setSearching(undefined);
      onGo({ seq: before.current ?? "end", quietly: true });
    },
  };
}
