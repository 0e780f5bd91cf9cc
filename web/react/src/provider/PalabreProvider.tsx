// SPDX-License-Identifier: Apache-2.0
import "../theme/tokens.css";
import "../theme/base.css";
import type { Palabre, State } from "@palabre/sdk";
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import type { Language, Locale } from "../i18n/language.js";
import { languageOf } from "../i18n/language.js";

interface Shared {
  readonly client: Palabre;
  readonly language: Language;
}

const Context = createContext<Shared | undefined>(undefined);

export interface PalabreProviderProps {
  readonly client: Palabre;
  readonly locale?: Locale;
  readonly children: ReactNode;
}

/** Gives the components below it a client and a language. */
export function PalabreProvider({ client, locale = "en", children }: PalabreProviderProps) {
  const shared = useMemo(() => ({ client, language: languageOf(locale) }), [client, locale]);
  return <Context value={shared}>{children}</Context>;
}

function useShared(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error("This component needs a <PalabreProvider> above it.");
  return shared;
}

export function usePalabre(): Palabre {
  return useShared().client;
}

/** The person's language: its words and its way with dates. */
export function useLanguage(): Language {
  return useShared().language;
}

/** A part of the client's state; what it selects must be the same value for as long as nothing in it changed. */
export function usePalabreState<T>(select: (state: State) => T): T {
  const { client } = useShared();
  return useSyncExternalStore(client.subscribe, () => select(client.get()));
}
