// SPDX-License-Identifier: Apache-2.0
import { useCallback, useSyncExternalStore } from "react";

/** Narrower than this, a panel beside the conversation lies over it instead. */
export const NARROW = "(max-width: 1180px)";

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
