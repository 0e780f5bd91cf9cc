// SPDX-License-Identifier: Apache-2.0
import { Bubble } from "@palabre/react";
import type { Receipt } from "@palabre/sdk";
import { awa } from "./people.js";

interface Sample {
  readonly text: string;
  readonly receipt?: Receipt;
  readonly first?: boolean;
  readonly last?: boolean;
  readonly deleted?: boolean;
  readonly edited?: boolean;
  readonly group?: boolean;
}

const samples: readonly Sample[] = [
  { text: "Bonjour\u202f! Le panier est-il encore disponible\u202f?", last: false, group: true },
  { text: "Je passe à Dakar vendredi 🙂", first: false, group: true },
  { text: "Oui", receipt: "read", last: false },
  {
    text: "Je vous le mets de côté, deux coloris au choix. Dites-moi lequel vous préférez.",
    receipt: "read",
    first: false,
  },
  { text: "🎉", receipt: "delivered" },
  { text: "Envoyé, pas encore distribué", receipt: "sent" },
  { text: "En route…", receipt: "pending" },
  { text: "Refusé par le serveur", receipt: "failed" },
  { text: "Corrigé depuis", edited: true },
  { text: "", deleted: true },
  {
    text: "https://exemple.test/une/adresse/vraiment/très/longue/qui-ne-tient-pas-sur-une-ligne-et-doit-se-couper-sans-déborder",
  },
  { text: "مرحبا، هل السلة متوفرة؟" },
];

export function Bubbles() {
  const at = new Date(Date.UTC(2026, 5, 1, 9, 42)).toISOString();
  return samples.map(
    ({ text, receipt, first = true, last = true, deleted = false, edited = false, group }) => (
      <Bubble
        key={text}
        said={{
          key: text,
          senderId: "awa",
          text,
          at,
          time: Date.parse(at),
          ord: 1,
          editedAt: edited ? at : undefined,
          forwarded: false,
          pinned: false,
          replyTo: undefined,
          files: [],
          message: undefined,
          deleted,
          receipt,
          clientId: receipt === "failed" ? "x" : undefined,
          error: undefined,
        }}
        first={first}
        last={last}
        sender={group ? awa : undefined}
      />
    ),
  );
}
