// SPDX-License-Identifier: Apache-2.0
import type { Attachment, Entry, Id, Message, Pending } from "@palabre/sdk";
import { durationText, kindOf, signs } from "../attachments/shown.js";
import type { Catalogue } from "../i18n/en.js";
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
  return lineOf(message.content, message.attachments ?? [], words);
}

/** The same of one on its way. */
export function underwayContentOf(
  { content, files = [] }: Pending,
  { words }: Pick<Language, "words">,
): string {
  const carried = files.map((file) => ({ ...file, kind: file.kind ?? kindOf(file.type) }));
  return lineOf(content, carried, words);
}

type Carried = Pick<Attachment, "kind" | "name" | "duration">;

function lineOf(content: string | undefined, files: readonly Carried[], words: Catalogue): string {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  if (content) return [...kinds.map((kind) => signs[kind]), plainText(content)].join(" ");
  if (files.length === 0) return words.unknownMessage;
  const ofKind = (kind: Attachment["kind"]) => files.filter((file) => file.kind === kind);
  return kinds.map((kind) => `${signs[kind]} ${nameOf(ofKind(kind), words)}`).join(", ");
}

/** One by what it is, several of a kind by how many they are. */
function nameOf(files: readonly Carried[], words: Catalogue): string {
  const [file] = files;
  if (!file) return "";
  if (files.length === 1) return nameOfFile(file, words);
  if (file.kind === "image") return words.photos(files.length);
  return file.kind === "video" ? words.videos(files.length) : words.files(files.length);
}

function nameOfFile(file: Carried, words: Catalogue): string {
  switch (file.kind) {
    case "image":
      return words.photo;
    case "video":
      return words.video;
    case "audio":
    case "voice":
      return file.duration === undefined
        ? words.voiceMessage
        : `${words.voiceMessage} · ${durationText(file.duration)}`;
    case "file":
      return file.name;
  }
}
