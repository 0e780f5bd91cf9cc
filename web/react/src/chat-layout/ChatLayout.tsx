// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { lazy, useEffect, useRef, useState } from "react";
import type { GoTo } from "../chat-window/ChatWindow.js";
import { useBeginnings } from "../composer/beginnings.js";
import type { Section } from "../left-sidebar/LeftSidebar.js";
import { LeftSidebar } from "../left-sidebar/LeftSidebar.js";
import { looked } from "../look/Look.js";
import type { Places } from "../message-list/places.js";
import { Toasts } from "../message-notifications/MessageNotifications.js";
import { Part } from "../part/Part.js";
import { useMessenger } from "../provider/Openings.js";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";
import type { SearchedTo } from "../search/narrowing.js";
import type { Preferences } from "../settings/preferences.js";
import { useKey } from "../shortcuts/keys.js";
import { ConnectionBar } from "../web-socket-status/WebSocketStatus.js";
import style from "./ChatLayout.module.css";
import { NothingOpen } from "./NothingOpen.js";
import { Rail } from "./Rail.js";
import { RoomContext, useRoomOf } from "./room.js";
import { useLeaving } from "./useLeaving.js";
import { useSounds } from "./useSounds.js";
import { useStepping } from "./useStepping.js";

// the list comes first; a conversation, and what lies over it, when it is wanted
const ChatWindow = lazy(loadChatWindow);
const Details = lazy(() => import("../details/Details.js"));
const NewConversation = lazy(() => import("../new-conversation/NewConversation.js"));
const READY_AFTER = 300;
const Settings = lazy(() => import("../settings/Settings.js"));
const Shortcuts = lazy(() => import("../shortcuts/Shortcuts.js"));

export interface ChatLayoutProps {
  /** The conversation on the screen; on a phone, none means the list. */
  readonly conversationId: Id | undefined;
  readonly hrefOf: (conversationId: Id) => string;
  readonly onOpen: (conversationId: Id) => void;
  readonly onBack: () => void;
  /** What the list shows. */
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
  /** The way out, in the settings; left out, there is none. */
  readonly onSignOut?: (() => Promise<void>) | undefined;
  /** The page has nothing else: this is its main part, under a heading of the first level. */
  readonly alone?: boolean;
}

/** The whole messenger: sections, list and conversation side by side, or one at a time on a phone. */
export const ChatLayout = looked(function ChatLayout({
  conversationId: asked,
  hrefOf,
  onOpen,
  onBack,
  section,
  onSection,
  preferences,
  onPreferences,
  onSignOut,
  alone = false,
}: ChatLayoutProps) {
  const { words } = useLanguage();
  const { open: conversationId, said, leave } = useLeaving(asked, onBack);
  const place = useRef<HTMLDivElement>(null);
  const room = useRoomOf(place);
  const [details, setDetails] = useState(false);
  const [layer, setLayer] = useState<"settings" | "new" | "shortcuts">();
  useStepping(conversationId, onOpen);
  useReadyToOpen();
  useSounds(preferences, conversationId);

  const shown = details && conversationId !== undefined;

  const [goTo, setGoTo] = useState<GoTo & { id: Id }>();
  const places = useRef<Places>(new Map());
  const beginnings = useBeginnings();
  useKey(
    (event) => event.key === "?",
    () => setLayer("shortcuts"),
  );

  function open(id: Id, seq?: number, found?: SearchedTo) {
    setLayer(undefined);
    setGoTo(seq === undefined ? undefined : { id, seq, ...(found && { found }) });
    onOpen(id);
  }

  useMessenger((id) => {
    if (id !== undefined) open(id);
    else if (room === "phone" && conversationId !== undefined) onBack();
    place.current?.scrollIntoView({ block: "nearest" });
  });

  function goFromDetails(id: Id, seq?: number) {
    if (room !== "wide") setDetails(false);
    open(id, seq);
  }

  const Whole = alone ? "main" : "section";
  return (
    <RoomContext value={room}>
      <div ref={place} className={style.place}>
        <div className={style.layout} data-open={conversationId !== undefined} data-details={shown}>
          <Rail section={section} onSection={onSection} onSettings={() => setLayer("settings")} />
          <Whole className={style.whole} aria-label={alone ? undefined : words.messagesTitle}>
            {alone && <h1 className="visually-hidden">Palabre</h1>}
            <div className={style.list}>
              <div className={style.phoneOnly}>
                <ConnectionBar />
              </div>
              <LeftSidebar
                section={section}
                current={conversationId}
                hrefOf={hrefOf}
                onOpen={open}
                onNew={() => setLayer("new")}
              />
            </div>
            <div className={style.chat}>
              {conversationId === undefined ? (
                <NothingOpen />
              ) : (
                <Part of={conversationId}>
                  <ChatWindow
                    conversationId={conversationId}
                    onBack={onBack}
                    goTo={goTo?.id === conversationId ? goTo : undefined}
                    onDetails={() => setDetails(!details)}
                    places={places.current}
                    beginnings={beginnings}
                  />
                </Part>
              )}
            </div>
            {shown && (
              <Part of={conversationId}>
                <Details
                  conversationId={conversationId}
                  onClose={() => setDetails(false)}
                  onOpen={goFromDetails}
                  onLeave={(id, title) => leave(id, title).then(() => setDetails(false))}
                />
              </Part>
            )}
          </Whole>
          <p role="status" className={style.said}>
            {said !== undefined && words.leftGroup(said)}
          </p>
          <Toasts
            current={conversationId}
            onOpen={(id) => open(id)}
            quiet={preferences.quiet}
            previews={preferences.previews}
          />
          <Part over>
            {layer === "new" && (
              <NewConversation onOpen={(id) => open(id)} onClose={() => setLayer(undefined)} />
            )}
          </Part>
          <Part over>
            {layer === "settings" && (
              <Settings
                preferences={preferences}
                onPreferences={onPreferences}
                onSignOut={onSignOut}
                beginnings={beginnings}
                onShortcuts={() => setLayer("shortcuts")}
                onClose={() => setLayer(undefined)}
              />
            )}
          </Part>
          <Part over>{layer === "shortcuts" && <Shortcuts onClose={() => setLayer(undefined)} />}</Part>
        </div>
      </div>
    </RoomContext>
  );
});

/** What the first conversation opened needs is fetched when the list is there. */
function useReadyToOpen() {
  const listed = usePalabreState((state) => state.conversations.size > 0 || state.list.phase !== "loading");
  useEffect(() => {
    if (!listed) return;
    // where it does not come now, it is asked for again when it is wanted
    const timer = setTimeout(() => void loadChatWindow().catch(() => undefined), READY_AFTER);
    return () => clearTimeout(timer);
  }, [listed]);
}

function loadChatWindow() {
  return import("../chat-window/ChatWindow.js");
}

export default ChatLayout;
