// SPDX-License-Identifier: Apache-2.0
import type { Id, Presence } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { usePalabreState } from "../provider/PalabreProvider.js";
import { usePresence } from "./usePresence.js";

export interface OnlineStatus {
  /** Absent while it cannot be told. */
  readonly isOnline: boolean | undefined;
  readonly status: Presence["status"] | "invisible" | undefined;
  readonly lastSeen: string | undefined;
}

/**
 * Whether somebody is online; without an id, oneself. Being online needs no doing: the client keeps its connection, beats
 * while somebody is at work, and tells on focus and on coming back.
 */
export function useOnlineStatus(userId?: Id): OnlineStatus {
  const self = usePalabreState(selfOf);
  const connected = usePalabreState((state) => state.status === "connected");
  const other = usePresence(userId);
  if (userId === undefined) return { isOnline: connected, status: self?.status, lastSeen: undefined };
  return { isOnline: other?.isOnline, status: other?.status, lastSeen: other?.lastSeen };
}

export default useOnlineStatus;
