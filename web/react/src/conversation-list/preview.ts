// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Message } from "@palabre/sdk";
import type { Language } from "../i18n/language.js";
import { plainText } from "../rich-text/parse.js";
import type { People } from "./naming.js";
import { firstName, systemText } from "./naming.js";

/** The second line of a conversation in the list: who said what last. */
export interface Preview {
  readonly by?: string;
  readonly text: string;
}

export function previewOf(entry: Entry, people: People, selfId: Id, language: Language): Preview {
  const message = entry.conversation.lastMessage;
  if (!message) return { text: language.words.startTyping };
  if (message.type === "system") return { text: systemText(message, people, selfId, language) };
  const text = contentOf(message, language);
  if (message.senderId === selfId) return { text };
  if (entry.conversation.type === "group")
    return { by: firstName(people.get(message.senderId), language.words), text };
  return { text };
}

/** What a message says, in one line of text. */
export function contentOf(message: Message, { words }: Pick<Language, "words">): string {
  if (message.deletedAt) return words.deletedMessage;
  return message.content === undefined ? words.unknownMessage : plainText(message.content);
}
