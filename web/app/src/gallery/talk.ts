// SPDX-License-Identifier: Apache-2.0
import type {
  Attachment,
  Me,
  Message,
  MyConversation,
  Pending,
  PendingFile,
  Product,
  User,
} from "@palabre/sdk";
import { awa, claire, fatou, ibrahim, jean, mariam, nadia, self } from "./people.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One line of a made-up conversation: who said what, how many minutes ago, and what came of it. */
type Line = readonly [sender: User, text: string, minutesAgo: number, more?: Partial<Message>];

interface Talk {
  readonly id: string;
  readonly with: readonly User[];
  readonly title?: string;
  /** How many of its messages oneself, and the others, have read. */
  readonly readByMe: number;
  readonly readByThem: number;
  readonly me?: Partial<Me>;
  readonly product?: Product;
  readonly lines: readonly Line[];
}

const yesterday = (hour: number, minute: number) => {
  const then = new Date(Date.now() - DAY);
  then.setHours(hour, minute, 0, 0);
  return (Date.now() - then.getTime()) / MINUTE;
};

/** Ten thousand messages of all lengths, to scroll through. */
const long: Talk = {
  id: "longue",
  with: [nadia],
  readByMe: 10_000,
  readByThem: 10_000,
  lines: Array.from({ length: 10_000 }, (_, index): Line => {
    const text = Array.from({ length: 1 + ((index * 7) % 23) }, () => "parole").join(" ");
    return [index % 3 === 0 ? nadia : self, `${index + 1}. ${text}`, 40_000 + (10_000 - index) * 3];
  }),
};

function file(name: string, type: string, size: number): Attachment {
  return { id: name, name, type, kind: "file", size, url: `/demo/${name}` };
}

function picture(name: string, width = 900, height = 900): Attachment {
  const drawn = file(`${name}.svg`, "image/svg+xml", 20_000);
  return { ...drawn, kind: "image", width, height, url: `/demo/${name}.svg` };
}

const talks: readonly Talk[] = [
  long,
  {
    id: "panier",
    with: [awa],
    product: {
      id: "raphia",
      sellerId: self.id,
      title: "Panier tressé en raphia",
      price: 24,
      currency: "EUR",
      url: "https://exemple.test/articles/raphia",
    },
    readByMe: 9,
    readByThem: 9,
    lines: [
      [
        awa,
        "Bonjour\u202f! Le panier tressé est-il encore disponible en grand format\u202f?",
        yesterday(18, 2),
      ],
      [awa, "Je passe à Dakar vendredi, je pourrais le prendre sur place 🙂", yesterday(18, 3)],
      [self, "Bonjour Awa\u202f! Oui, il m’en reste deux.", yesterday(18, 20)],
      [
        self,
        "Parfait, je vous le mets de côté. Deux coloris\u00a0: vert sauge ou terre cuite, dites-moi lequel vous préférez.",
        yesterday(18, 21),
      ],
      [awa, "😍", yesterday(18, 24)],
      [
        awa,
        "Le vert, sans hésiter. Il ira très bien avec le tapis que ma sœur a rapporté de Saint-Louis l’été dernier.",
        yesterday(18, 25),
      ],
      [
        self,
        "C’est noté. Je vous l’emballe avec une petite doublure en coton, c’est plus pratique au quotidien.",
        62,
      ],
      [awa, "Merci, c’est adorable\u202f!", 41],
      [self, "Avec plaisir. Vendredi vers 16\u00a0h, ça vous va\u202f?", 38],
      [awa, "Parfait pour vendredi 16\u00a0h.", 6],
      [awa, "Le vert est magnifique. À vendredi\u202f!", 5],
    ],
  },
  {
    id: "logistique",
    with: [fatou, ibrahim, mariam],
    title: "Équipe logistique",
    readByMe: 4,
    readByThem: 4,
    lines: [
      [mariam, "La camionnette est chargée ✅", 95],
      [
        fatou,
        "Super. Qui prend la tournée de l’après-midi\u202f?",
        92,
        { reactions: [{ emoji: "👍", userIds: ["mariam", "moussa"] }] },
      ],
      [ibrahim, "Moi, si on finit avant 18\u00a0h.", 90, { replyTo: "logistique.2" }],
      [self, "Merci Ibrahim. Les bons de livraison sont dans la boîte à gants.", 74],
      [fatou, "Bien vu", 24],
      [fatou, "J’ai ajouté deux colis pour Rufisque, ils sont près de la porte.", 23],
      [
        fatou,
        "@Moussa N’Diaye *on part à 14\u00a0h*\u202f? Le plan est sur https://exemple.test/tournee",
        22,
        { mentions: ["moussa"], editedAt: new Date().toISOString() },
      ],
    ],
  },
  {
    id: "marche",
    with: [claire, mariam],
    title: "Marché de Noël",
    readByMe: 6,
    readByThem: 5,
    lines: [
      [
        claire,
        "Voilà le stand de l’an dernier",
        210,
        { attachments: ["basket", "cloth", "gift", "soap", "shea"].map((name) => picture(name)) },
      ],
      [
        mariam,
        "",
        205,
        {
          attachments: [picture("stool", 1_200, 800)],
          reactions: [
            { emoji: "😍", userIds: ["moussa", "claire"] },
            { emoji: "👍", userIds: ["claire"] },
          ],
        },
      ],
      [
        mariam,
        "",
        190,
        {
          attachments: [
            { ...file("audio.ogg", "audio/ogg", 48_000), kind: "voice", duration: 12 },
            file("plan-des-stands-definitif-avec-les-numeros.pdf", "application/pdf", 2_350_000),
          ],
        },
      ],
      [claire, "On garde la même disposition\u202f?", 182],
      [self, "Oui, avec la table près de l’entrée.", 180, { replyTo: "marche.4" }],
      [self, "", 178, { replyTo: "marche.2", attachments: [picture("sandals", 600, 900)] }],
    ],
  },
  {
    id: "lampe",
    with: [ibrahim],
    me: { pinned: true },
    readByMe: 1,
    readByThem: 1,
    lines: [[ibrahim, "Merci, le colis est bien arrivé 🎉", 58]],
  },
  {
    id: "merci",
    with: [mariam],
    me: { mutedUntil: "9999-12-31T00:00:00Z", blocked: "by_them" },
    readByMe: 2,
    readByThem: 2,
    lines: [
      [mariam, "Je confirme pour samedi.", yesterday(17, 10)],
      [self, "Parfait, merci à vous", yesterday(17, 12)],
    ],
  },
  {
    id: "tapis",
    with: [claire],
    me: { markedUnread: true },
    readByMe: 1,
    readByThem: 1,
    lines: [[claire, "Est-ce que le tapis berbère est négociable\u202f?", yesterday(11, 40)]],
  },
  {
    id: "jean",
    with: [jean],
    me: { blocked: "by_me" },
    readByMe: 1,
    readByThem: 0,
    lines: [[self, "Je vous rappelle dès que j’ai la réponse de l’atelier", 3 * 24 * 60]],
  },
  {
    id: "nadia",
    with: [nadia],
    me: { archived: true },
    readByMe: 1,
    readByThem: 1,
    lines: [[nadia, "À bientôt\u202f!", 9 * 24 * 60]],
  },
];

/** Two messages on their way with their files: one as it goes, one that was refused. */
export const underway: readonly Pending[] = [
  sending("on-its-way", "Et la facture", { state: "queued" }, { uploaded: 620_000 }),
  sending(
    "refused",
    "",
    { state: "failed", error: "unsupported_type" },
    { error: "unsupported_type", name: "tarifs.exe" },
  ),
];

function sending(
  clientId: string,
  content: string,
  how: Pick<Pending, "state" | "error">,
  file: Partial<PendingFile>,
): Pending {
  const carried = {
    key: clientId,
    name: "facture-2026-06.pdf",
    type: "application/pdf",
    size: 1_480_000,
    uploaded: 0,
  };
  const createdAt = new Date().toISOString();
  return { clientId, conversationId: "marche", content, createdAt, ...how, files: [{ ...carried, ...file }] };
}

/** The made-up conversations with what was said in each. */
export function gathered(): readonly { conversation: MyConversation; messages: readonly Message[] }[] {
  return talks.map((talk) => {
    const messages = talk.lines.map((line, index) => message(talk.id, line, index + 1));
    return { conversation: conversation(talk, messages), messages };
  });
}

function message(conversationId: string, [sender, content, minutesAgo, more]: Line, seq: number): Message {
  const createdAt = new Date(Date.now() - minutesAgo * MINUTE).toISOString();
  return {
    id: `${conversationId}.${seq}`,
    conversationId,
    seq,
    ord: seq,
    senderId: sender.id,
    type: "text",
    content,
    createdAt,
    ...more,
  };
}

function conversation(talk: Talk, messages: readonly Message[]): MyConversation {
  const last = messages.at(-1);
  const at = last?.createdAt ?? new Date().toISOString();
  const cursor = (ord: number) => ({ role: "member" as const, readOrd: ord, deliveredOrd: ord });
  return {
    id: talk.id,
    type: talk.title ? "group" : talk.product ? "product" : "private",
    ...(talk.product && { product: talk.product }),
    ...(talk.title && { title: talk.title }),
    memberCount: talk.with.length + 1,
    members: [
      { user: self, ...cursor(talk.readByMe) },
      ...talk.with.map((user) => ({ user, ...cursor(talk.readByThem) })),
    ],
    ...(last && { lastMessage: last }),
    lastSeq: messages.length,
    lastOrd: messages.length,
    createdAt: at,
    updatedAt: at,
    me: {
      role: "member",
      readOrd: talk.readByMe,
      unreadCount: messages.length - talk.readByMe,
      mentionCount: 0,
      pinned: false,
      archived: false,
      markedUnread: false,
      joinedAt: at,
      ...talk.me,
    },
  };
}
