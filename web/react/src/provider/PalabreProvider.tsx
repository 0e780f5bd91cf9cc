// SPDX-License-Identifier: Apache-2.0
import type { Palabre, State } from "@palabre/sdk";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { Language, Locale } from "../i18n/language.js";
import { languageOf, loadLanguage } from "../i18n/language.js";
import { Look, LooksContext, UNSEEN } from "../look/Look.js";
import type { Theme } from "../settings/preferences.js";
import { Openings } from "./Openings.js";
import style from "./PalabreProvider.module.css";

const AGAIN = 2_000;

interface Shared {
  readonly client: Palabre;
  readonly language: Language;
  readonly root: HTMLElement | null;
}

const Context = createContext<Shared | undefined>(undefined);

export interface PalabreProviderProps {
  readonly client: Palabre;
  readonly locale?: Locale;
  /** Light or dark whatever the page is; `"auto"`, which it is unless said, follows the page and the system. */
  readonly theme?: Theme;
  /** Shown until the words of the language are here; left out, a quiet sign that something comes. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Gives the components below it a client, a language and their look; they show as soon as its words are here. What else
 * stands below it stays as the page has it.
 */
export function PalabreProvider({
  client,
  locale = "en",
  theme = "auto",
  fallback = <Coming />,
  children,
}: PalabreProviderProps) {
  const language = useLoaded(locale);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const shared = useMemo(() => language && { client, language, root }, [client, language, root]);
  const lang = language?.locale;
  useEffect(() => {
    if (process.env.NODE_ENV === "development" && root) return missedStyles(root);
  }, [root]);
  const looks = useMemo(
    () => ({ lang, theme: theme === "auto" ? undefined : theme, worn: false }),
    [lang, theme],
  );
  return (
    <LooksContext value={looks}>
      {shared ? (
        <Context value={shared}>
          <Openings client={client}>{children}</Openings>
        </Context>
      ) : (
        fallback
      )}
      <Look>
        <span ref={setRoot} style={UNSEEN} />
      </Look>
    </LooksContext>
  );
}

const STYLES_WITHIN = 2_000;

/** What bundlers put in the place of this. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

/** For whoever builds a page: what is without its style sheet works and looks like nothing. */
function missedStyles(root: HTMLElement): () => void {
  const timer = setTimeout(() => {
    const look = root.closest(".palabre") ?? root;
    if (getComputedStyle(look).getPropertyValue("--palabre") !== "") return;
    console.warn('Palabre: its style sheet is not on this page. Add: import "@palabre/react/style.css";');
  }, STYLES_WITHIN);
  return () => clearTimeout(timer);
}

/** Without a word, as there are none yet. It appears only where it takes a while. */
function Coming() {
  return (
    <Look>
      <div className={style.coming} aria-busy="true">
        <i />
        <i />
        <i />
      </div>
    </Look>
  );
}

/** Until the words of another language have come, those of the one before stand. */
function useLoaded(locale: Locale): Language | undefined {
  const [last, setLast] = useState(() => languageOf(locale));
  useEffect(() => {
    let current = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const load = () =>
      loadLanguage(locale).then(
        (language) => current && setLast(language),
        // without a network just now
        () => {
          if (current) again = setTimeout(load, AGAIN);
        },
      );
    void load();
    return () => {
      current = false;
      clearTimeout(again);
    };
  }, [locale]);
  return languageOf(locale) ?? last;
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

/** Where a layer over the page is put, so that it has the look. */
export function useRoot(): HTMLElement {
  return useShared().root ?? document.body;
}

/** A part of the client's state; what it selects must be the same value for as long as nothing in it changed. */
export function usePalabreState<T>(select: (state: State) => T): T {
  const { client } = useShared();
  return useSyncExternalStore(client.subscribe, () => select(client.get()));
}

export default PalabreProvider;
