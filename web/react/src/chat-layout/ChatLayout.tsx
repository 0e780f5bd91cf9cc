// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { useState } from "react";
import { ChatWindow } from "../chat-window/ChatWindow.js";
import type { Section } from "../left-sidebar/LeftSidebar.js";
import { LeftSidebar } from "../left-sidebar/LeftSidebar.js";
import { MessageNotifications } from "../message-notifications/MessageNotifications.js";
import { NewConversation } from "../new-conversation/NewConversation.js";
import type { Preferences } from "../settings/preferences.js";
import { Settings } from "../settings/Settings.js";
import { ConnectionBar } from "../web-socket-status/WebSocketStatus.js";
import style from "./ChatLayout.module.css";
import { NothingOpen } from "./NothingOpen.js";
import { Rail } from "./Rail.js";
import { useStepping } from "./useStepping.js";

export interface ChatLayoutProps {
  /** The conversation on the screen; on a phone, none means the list. */
  readonly conversationId: Id | undefined;
  readonly hrefOf: (conversationId: Id) => string;
  readonly onOpen: (conversationId: Id) => void;
  readonly onBack: () => void;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
  readonly onSignOut: () => Promise<void>;
}

/** The whole messenger: sections, list and conversation side by side, or one at a time on a phone. */
export function ChatLayout({
  conversationId,
  hrefOf,
  onOpen,
  onBack,
  preferences,
  onPreferences,
  onSignOut,
}: ChatLayoutProps) {
  const [section, setSection] = useState<Section>("conversations");
  const [layer, setLayer] = useState<"settings" | "new">();
  useStepping(conversationId, onOpen);

  function open(id: Id) {
    setLayer(undefined);
    setSection("conversations");
    onOpen(id);
  }

  return (
    <div className={style.layout} data-open={conversationId !== undefined}>
      <Rail section={section} onSection={setSection} onSettings={() => setLayer("settings")} />
      <main>
        <h1 className="visually-hidden">Palabre</h1>
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
            <ChatWindow conversationId={conversationId} onBack={onBack} />
          )}
        </div>
      </main>
      <MessageNotifications current={conversationId} onOpen={open} />
      {layer === "new" && <NewConversation onOpen={open} onClose={() => setLayer(undefined)} />}
      {layer === "settings" && (
        <Settings
          preferences={preferences}
          onPreferences={onPreferences}
          onSignOut={onSignOut}
          onClose={() => setLayer(undefined)}
        />
      )}
    </div>
  );
}
