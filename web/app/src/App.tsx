// SPDX-License-Identifier: Apache-2.0
import type { Preferences } from "@palabre/react";
import { Look, PalabreProvider, Part, usePalabreState } from "@palabre/react";
import { type Palabre, someoneWasHere } from "@palabre/sdk";
import { lazy, useEffect, useState } from "react";
import { usePreferences } from "./preferences.js";
import { hrefOf, useRoute } from "./route.js";
import { Unreachable } from "./sign-in/Unreachable.js";
import { rememberSignOut } from "./signedOut.js";
import { useReadyOffline } from "./useReadyOffline.js";
import { useTitle } from "./useTitle.js";

// one of the two is needed, and which is known when the server has answered
const ChatLayout = lazy(loadMessenger);
const SignIn = lazy(() => import("./sign-in/SignIn.js").then((module) => ({ default: module.SignIn })));

export function App({ client }: { readonly client: Palabre }) {
  const [preferences, choose] = usePreferences();
  useTitle(client);
  useReadyOffline(client);
  return (
    <PalabreProvider client={client} locale={preferences.locale}>
      <Look>
        <Part>
          <Screen client={client} preferences={preferences} onPreferences={choose} />
        </Part>
      </Look>
    </PalabreProvider>
  );
}

interface ScreenProps {
  readonly client: Palabre;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** Signed in or not; before that is known, nothing for a moment. */
function Screen({ client, preferences, onPreferences }: ScreenProps) {
  const session = usePalabreState((state) => state.session);
  const route = useRoute();
  // where nobody was there is nothing to ask for, and no refusal to provoke
  const [first] = useState(() => !someoneWasHere());

  useEffect(() => {
    if (!first) void client.resume();
  }, [client, first]);

  const signIn = (expired: boolean) => (
    <SignIn client={client} preferences={preferences} onPreferences={onPreferences} expired={expired} />
  );
  switch (session.is) {
    case "unknown":
      return first ? signIn(false) : null;
    case "unreachable":
      return <Unreachable locale={preferences.locale} onRetry={client.reconnect} />;
    case "signedOut":
      return signIn(session.expired);
    case "signedIn":
      return (
        <ChatLayout
          conversationId={route.conversationId}
          hrefOf={hrefOf}
          onOpen={route.open}
          onBack={route.back}
          section={route.section}
          onSection={route.show}
          preferences={preferences}
          onPreferences={onPreferences}
          onSignOut={() => signOut(client)}
          alone
        />
      );
  }
}

/** Before the server has answered, for whoever will very likely need it. */
export function prepare(): void {
  // where it does not come, that is said when it is drawn
  if (someoneWasHere()) void loadMessenger().catch(() => undefined);
}

function loadMessenger() {
  return import("./Messenger.js");
}

async function signOut(client: Palabre): Promise<void> {
  await client.signOut();
  rememberSignOut();
  history.replaceState(null, "", "/");
}
