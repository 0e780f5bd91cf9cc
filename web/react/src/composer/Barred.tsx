// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { peerOf, selfOf } from "@palabre/sdk";
import { Ban } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../button/Button.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./Barred.module.css";

export interface BarredProps {
  readonly conversationId: Id;
  readonly by: "by_me" | "by_them";
}

/** In the composer's place: nothing passes between the two, and why. */
export function Barred({ conversationId, by }: BarredProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const peer = usePalabreState((state) => {
    const entry = state.conversations.get(conversationId);
    return entry && peerOf(entry, selfOf(state)?.id ?? "");
  });
  const [failed, setFailed] = useState(false);
  const name = peer?.displayName ?? words.somebody;
  return (
    <div className={style.barred} role="status">
      <p>
        <Ban size={18} aria-hidden="true" />
        {by === "by_me" ? words.barredByMe(name) : words.barredByThem(name)}
      </p>
      {by === "by_me" && peer && (
        <Button kind="quiet" onClick={() => client.unblock(peer.id).catch(() => setFailed(true))}>
          {words.unblock}
        </Button>
      )}
      {failed && <p role="alert">{words.didNotWork}</p>}
    </div>
  );
}

/** Who has blocked whom, if one has; a refusal to send and opening the conversation ask the server anew. */
export function useBarred(conversationId: Id): BarredProps["by"] | undefined {
  const client = usePalabre();
  const barred = usePalabreState((state) => state.conversations.get(conversationId)?.me.blocked);
  const connected = usePalabreState((state) => state.status === "connected");
  const refused = usePalabreState(
    (state) =>
      state.pending.findLast((one) => one.conversationId === conversationId && one.error === "blocked")
        ?.clientId,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal asks again
  useEffect(() => {
    if (connected && (barred === "by_them" || refused)) void client.find(conversationId);
  }, [client, connected, conversationId, refused]);

  return barred;
}
