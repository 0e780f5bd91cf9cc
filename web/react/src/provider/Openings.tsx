// SPDX-License-Identifier: Apache-2.0
import type { Id, Palabre } from "@palabre/sdk";
import {
  createContext,
  lazy,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Part } from "../part/Part.js";
import { addressIn, isElsewhere } from "./address.js";

const MessengerPanel = lazy(() => import("../messenger-panel/MessengerPanel.js"));

/** Brings a conversation before somebody's eyes; without one, all of them. */
export type Show = (conversationId?: Id) => void;

interface Opened {
  readonly client: Palabre;
  /** The messenger that stands on the page, if one does. */
  readonly messenger: Show | undefined;
  readonly enter: (messenger: Show) => () => void;
  readonly overPage: Show;
}

const OpenedContext = createContext<Opened | undefined>(undefined);

export interface OpeningsProps {
  readonly client: Palabre;
  readonly children: ReactNode;
}

/** Where what is below opens conversations; a provider of the same client above it knows that already. */
export function Openings({ client, children }: OpeningsProps) {
  const above = useContext(OpenedContext);
  return above?.client === client ? children : <Own client={client}>{children}</Own>;
}

function Own({ client, children }: OpeningsProps) {
  const [messengers, setMessengers] = useState<readonly Show[]>([]);
  const [panel, setPanel] = useState<{ readonly conversationId: Id | undefined }>();
  const enter = useCallback((messenger: Show) => {
    setMessengers((all) => [...all, messenger]);
    return () => setMessengers((all) => all.filter((one) => one !== messenger));
  }, []);
  const messenger = messengers.at(-1);
  const opened = useMemo(
    () => ({ client, messenger, enter, overPage: (conversationId?: Id) => setPanel({ conversationId }) }),
    [client, messenger, enter],
  );
  return (
    <OpenedContext value={opened}>
      {children}
      <Part over>
        {panel && (
          <MessengerPanel conversationId={panel.conversationId} onClose={() => setPanel(undefined)} />
        )}
      </Part>
    </OpenedContext>
  );
}

function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (!opened) throw new Error("This component needs a <PalabreProvider> above it.");
  return opened;
}

/** The calling component is a messenger: conversations open in it, not over the page. */
export function useMessenger(show: Show): void {
  const { enter } = useOpened();
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => enter((id) => latest.current(id)), [enter]);
}

/**
 * Opens conversations: in the messenger that stands on the page; on the server's own pages, at their address; on those of
 * another site, where that address knows nobody, over the page.
 */
export function useOpening() {
  const { client, messenger, overPage } = useOpened();
  const away = isElsewhere(client);
  return {
    open:
      messenger ??
      (away
        ? overPage
        : (id?: Id) => location.assign(id === undefined ? `${client.baseUrl}/` : addressIn(client, id))),
    /** Whether the page has a messenger, which tells by itself what arrives. */
    inMessenger: messenger !== undefined,
    overPage: messenger === undefined && away,
  };
}
