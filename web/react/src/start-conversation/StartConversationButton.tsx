// SPDX-License-Identifier: Apache-2.0
import type { Id } from "@palabre/sdk";
import { isNamed, Refused, selfOf } from "@palabre/sdk";
import { MessageCircle } from "lucide-react";
import { useState } from "react";
import { Button } from "../button/Button.js";
import type { Catalogue } from "../i18n/en.js";
import { looked } from "../look/Look.js";
import { useOpening } from "../provider/Openings.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import style from "./StartConversationButton.module.css";

export interface StartConversationButtonProps {
  readonly productId: Id;
  /** Their id, or their username. */
  readonly sellerId: Id;
  readonly sellerName: string;
  /** Shows the conversation; left out, the messenger on this page does, or opens over it. */
  readonly onOpen?: (conversationId: Id) => void;
}

/** On a product's page: one's conversation with its seller, always the same one. Absent for the seller. */
export const StartConversationButton = looked(function StartConversationButton({
  productId,
  sellerId,
  sellerName,
  onOpen,
}: StartConversationButtonProps) {
  const { words } = useLanguage();
  const client = usePalabre();
  const opening = useOpening();
  const open = onOpen ?? opening.open;
  const isSeller = usePalabreState((state) => isNamed(selfOf(state), sellerId));
  const [state, setState] = useState<"ready" | "opening" | { readonly failed: string }>("ready");
  if (isSeller) return null;

  function start() {
    if (state === "opening") return;
    setState("opening");
    client.openProduct(productId, sellerId).then(
      (id) => {
        setState("ready");
        open(id);
      },
      (error: unknown) => setState({ failed: whyNot(error, words) }),
    );
  }

  return (
    <span className={style.start}>
      <Button aria-disabled={state === "opening"} onClick={start}>
        <MessageCircle size={18} aria-hidden="true" />
        {words.writeTo(sellerName)}
      </Button>
      {typeof state === "object" && <span role="alert">{state.failed}</span>}
    </span>
  );
});

/** Trying again helps in some cases only. */
function whyNot(error: unknown, words: Catalogue): string {
  if (!(error instanceof Refused) || error.retryable) return words.didNotWork;
  if (error.status === 401) return words.notSignedIn;
  return error.code === "product_not_found" ? words.productUnknown : words.sellerUnknown;
}

export default StartConversationButton;
