// SPDX-License-Identifier: Apache-2.0
import "../theme/tokens.css";
import "../theme/base.css";
import { createContext, type ReactNode, useContext, useMemo } from "react";

export interface Looks {
  readonly lang?: string | undefined;
  /** Light or dark; left out, as the page and the system have it. */
  readonly theme?: string | undefined;
  /** Whether something above these components has the look already. */
  readonly worn: boolean;
}

export const LooksContext = createContext<Looks>({ worn: false });

export const UNSEEN = { display: "contents" };

/**
 * The look of the components, for what stands in it and nothing beside it. Each public component brings it along; it is
 * for what a page has of its own and wants to look the same.
 */
export function Look({ children }: { readonly children: ReactNode }) {
  const { lang, theme, worn } = useContext(LooksContext);
  const within = useMemo(() => ({ lang, theme, worn: true }), [lang, theme]);
  if (worn) return children;
  return (
    // not a div, which has no place in a paragraph
    <span className="palabre" style={UNSEEN} lang={lang} data-theme={theme}>
      <LooksContext value={within}>{children}</LooksContext>
    </span>
  );
}

/** The component with the look, wherever a page places it; inside another it is as it was. */
// biome-ignore lint/suspicious/noExplicitAny: any component, and its own type comes back
/* @__NO_SIDE_EFFECTS__ */ export function looked<C extends (props: any) => ReactNode>(Plain: C): C {
  const Looked = (props: Parameters<C>[0]) => {
    const plain = <Plain {...props} />;
    return useContext(LooksContext).worn ? plain : <Look>{plain}</Look>;
  };
  return Looked as C;
}
