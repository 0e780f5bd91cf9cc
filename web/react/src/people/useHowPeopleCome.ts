// SPDX-License-Identifier: Apache-2.0
import { selfOf } from "@palabre/sdk";
import { useLanguage, usePalabreState } from "../provider/PalabreProvider.js";

/** Said to an administrator where people are missing: how they get here. */
export function useHowPeopleCome(): string {
  const { words } = useLanguage();
  return usePalabreState((state) => selfOf(state)?.role) === "admin" ? words.howPeopleCome : "";
}
