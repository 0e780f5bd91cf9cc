// SPDX-License-Identifier: Apache-2.0
import type { Preferences, Section } from "@palabre/react";
import { ChatLayout } from "@palabre/react";
import { useEffect, useState } from "react";
import type { galleryClient } from "./client.js";
import { gathered } from "./talk.js";

export interface MessengerProps {
  readonly client: ReturnType<typeof galleryClient>;
  /** The conversation to open; `list` for none, `toast` for one with a toast over it, `offline` for a cut. */
  readonly scene: string;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** The whole messenger over made-up conversations. */
export function Messenger({ client, scene, preferences, onPreferences }: MessengerProps) {
  const [open, setOpen] = useState(openedBy(scene));
  const [section, setSection] = useState<Section>("conversations");

  useEffect(() => {
    if (scene === "offline") client.store.apply({ event: "status", status: "offline" });
    const said = gathered()
      .find((talk) => talk.conversation.id === "logistique")
      ?.messages.at(-1);
    if (scene === "toast" && said) client.tell(said);
  }, [client, scene]);

  return (
    <ChatLayout
      conversationId={open}
      hrefOf={(id) => `/gallery?scene=${id}`}
      onOpen={setOpen}
      onBack={() => setOpen(undefined)}
      section={section}
      onSection={setSection}
      preferences={preferences}
      onPreferences={onPreferences}
      onSignOut={async () => {}}
      alone
    />
  );
}

function openedBy(scene: string): string | undefined {
  if (scene === "list") return undefined;
  return scene === "toast" || scene === "offline" ? "panier" : scene;
}
