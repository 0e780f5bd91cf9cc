// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from "react";
import type { Spot } from "./Menu.js";
import { below } from "./Menu.js";

/** Whether a menu is open, and where. */
export interface MenuState {
  readonly at: Spot | undefined;
  readonly openAt: (spot: Spot) => void;
  readonly openBelow: (element: Element) => void;
  readonly close: () => void;
}

export function useMenu(): MenuState {
  const [at, setAt] = useState<Spot>();
  return {
    at,
    openAt: setAt,
    openBelow: useCallback((element: Element) => setAt(below(element)), []),
    close: useCallback(() => setAt(undefined), []),
  };
}
