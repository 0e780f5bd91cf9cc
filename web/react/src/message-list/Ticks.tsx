// SPDX-License-Identifier: Apache-2.0
import type { Receipt } from "@palabre/sdk";
import { Check, CheckCheck, CircleAlert, Clock3 } from "lucide-react";
import { classes } from "../classes.js";
import type { Catalogue } from "../i18n/en.js";
import { looked } from "../look/Look.js";
import { useLanguage } from "../provider/PalabreProvider.js";
import style from "./Ticks.module.css";

const icons = { pending: Clock3, failed: CircleAlert, sent: Check, delivered: CheckCheck, read: CheckCheck };

/** How far a message got: a shape, a colour, and a name for whoever sees neither. */
export const Ticks = looked(function Ticks({ receipt }: { readonly receipt: Receipt }) {
  const { words } = useLanguage();
  const Icon = icons[receipt];
  const label = receiptName(receipt, words);
  return (
    <span className={classes(style.ticks, style[receipt])} role="img" aria-label={label} title={label}>
      <Icon size={receipt === "pending" ? 13 : 16} strokeWidth={2.1} aria-hidden="true" />
    </span>
  );
});

function receiptName(receipt: Receipt, words: Catalogue): string {
  switch (receipt) {
    case "pending":
      return words.receiptPending;
    case "failed":
      return words.receiptFailed;
    case "sent":
      return words.receiptSent;
    case "delivered":
      return words.receiptDelivered;
    case "read":
      return words.receiptRead;
  }
}
