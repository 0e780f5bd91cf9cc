// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { useContext, useState } from "react";
import { ChatLayout } from "../chat-layout/ChatLayout.js";
import type { Section } from "../left-sidebar/LeftSidebar.js";
import { LooksContext } from "../look/Look.js";
import { NobodyHere } from "../nobody-here/NobodyHere.js";
import { PalabreProvider, useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import type { Preferences, Theme } from "../settings/preferences.js";

export interface ChatModuleAdvancedProps {
  /** Shown first. */
  readonly conversationId?: Id;
  /** The way out, in the settings; left out, the client's own, and none where the page gives the token. */
  readonly onSignOut?: () => Promise<void>;
}

/** The whole messenger in one element, in the place it is given: it keeps by itself what is open in it. */
export function ChatModuleAdvanced({ conversationId, onSignOut }: ChatModuleAdvancedProps) {
  const client = usePalabre();
  const { locale } = useLanguage();
  const { theme = "auto" } = useContext(LooksContext);
  const session = usePalabreState((state) => state.session.is);
  const [open, setOpen] = useState(conversationId);
  const [section, setSection] = useState<Section>("conversations");
  const [preferences, setPreferences] = useState<Preferences>({ locale, theme: theme as Theme });

  if (session !== "signedIn") return <NobodyHere session={session} />;
  return (
    <PalabreProvider client={client} locale={preferences.locale} theme={preferences.theme}>
      <ChatLayout
        conversationId={open}
        hrefOf={(id) => `#${encodeURIComponent(id)}`}
        onOpen={(id) => {
          setSection("conversations");
          setOpen(id);
        }}
        onBack={() => setOpen(undefined)}
        section={section}
        onSection={setSection}
        preferences={preferences}
        onPreferences={setPreferences}
        onSignOut={onSignOut ?? (client.hosted ? undefined : client.signOut)}
      />
    </PalabreProvider>
  );
}

export default ChatModuleAdvanced;
