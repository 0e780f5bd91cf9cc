// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { selfOf } from "@palabre/sdk";
import { MessageCircle } from "lucide-react";
import { useState } from "react";
import { Button } from "../button/Button.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./StartConversationButton.module.css";

export interface StartConversationButtonProps {
  readonly productId: Id;
  readonly sellerId: Id;
  readonly sellerName: string;
  /** Shows the conversation; left out, the messenger's own address of it is opened. */
  readonly onOpen?: (conversationId: Id) => void;
}

/** On a product's page: one's conversation with its seller, always the same one. Absent for the seller. */
export function StartConversationButton({
  productId,
  sellerId,
  sellerName,
  onOpen = (id) => location.assign(`/c/${encodeURIComponent(id)}`),
}: StartConversationButtonProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const selfId = usePalabreState((state) => selfOf(state)?.id);
  const [state, setState] = useState<"ready" | "opening" | "failed">("ready");
  if (selfId === sellerId) return null;

  function start() {
    if (state === "opening") return;
    setState("opening");
    client.openProduct(productId, sellerId).then(
      (id) => {
        setState("ready");
        onOpen(id);
      },
      () => setState("failed"),
    );
  }

  return (
    <span className={style.start}>
      <Button aria-disabled={state === "opening"} onClick={start}>
        <MessageCircle size={18} aria-hidden="true" />
        {words.writeTo(sellerName)}
      </Button>
      {state === "failed" && <span role="alert">{words.didNotWork}</span>}
    </span>
  );
}

export default StartConversationButton;
