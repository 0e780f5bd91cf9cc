// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { useCallback, useEffect, useState } from "react";
import { whenSettled } from "../layers/layers.js";
import { usePalabre, usePalabreState } from "../provider/PalabreProvider.js";

const SAID_FOR = 5_000;

interface Going {
  readonly id: Id;
  readonly title: string;
  readonly left: boolean;
}

/**
 * Who leaves a group is back at the list, which says so for a while; the event that takes the group away may come before
 * the answer. Whom others take out of one stays where they are.
 */
export function useLeaving(conversationId: Id | undefined, onBack: () => void) {
  const client = usePalabre();
  const [going, setGoing] = useState<Going>();
  const [said, setSaid] = useState<string>();
  const held = usePalabreState((state) => going !== undefined && state.conversations.has(going.id));
  const left = going !== undefined && (going.left || !held);
  const gone = left && going.id === conversationId;

  const leave = useCallback(
    async (id: Id, title: string) => {
      setGoing({ id, title, left: false });
      try {
        await client.leave(id);
        setGoing((now) => now && { ...now, left: true });
      } catch (refused) {
        setGoing(undefined);
        throw refused;
      }
    },
    [client],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that was left
  useEffect(() => {
    if (!gone) return;
    setSaid(going.title);
    // what lay over it goes out of the history first
    queueMicrotask(() => whenSettled(onBack));
  }, [gone]);

  useEffect(() => {
    if (left && !gone) setGoing(undefined);
  }, [left, gone]);

  useEffect(() => {
    if (said === undefined) return;
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  return { open: gone ? undefined : conversationId, said, leave };
}
