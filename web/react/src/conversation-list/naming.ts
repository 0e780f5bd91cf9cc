// SPDX-License-Identifier: Apache-2.0
import type { Entry, Id, Message, State, User } from "@palabre/sdk";
import { peerOf } from "@palabre/sdk";
import type { Catalogue } from "../i18n/en.js";
import type { Language } from "../i18n/language.js";

/** A group has a title; a private conversation is called by its other person. */
export function titleOf(entry: Entry, selfId: Id, words: Catalogue): string {
  return entry.conversation.title ?? peerOf(entry, selfId)?.displayName ?? words.somebody;
}

/** The picture of a conversation: the group's, or that of the other person. */
export function faceOf(entry: Entry, selfId: Id, words: Catalogue) {
  const peer = peerOf(entry, selfId);
  return {
    id: peer?.id ?? entry.conversation.id,
    name: titleOf(entry, selfId, words),
    src: entry.conversation.avatarUrl ?? peer?.avatarUrl,
    shape: entry.conversation.type === "group" ? ("group" as const) : ("person" as const),
    peer,
  };
}

type Spoken = Pick<Language, "locale" | "words">;

export type People = State["people"];

export function nameOf(id: Id, people: People, selfId: Id, words: Catalogue): string {
  if (id === selfId) return words.you;
  return people.get(id)?.displayName ?? words.somebody;
}

export function firstName(user: User | undefined, words: Catalogue): string {
  return user?.displayName.split(" ")[0] ?? words.somebody;
}

/** A line of the system in words. */
export function systemText(message: Message, people: People, selfId: Id, { locale, words }: Spoken): string {
  const { code, title = "", userId, userIds = [], role } = message.system ?? { code: "" };
  const mine = message.senderId === selfId;
  const who = nameOf(message.senderId, people, selfId, words);
  switch (code) {
    case "created":
      return title ? words.systemCreated(who, mine) : words.systemStarted;
    case "members_added":
      if (userIds.length === 1 && userIds[0] === selfId) return words.systemAddedYou(who);
      return words.systemAdded(who, listed(userIds, people, selfId, { locale, words }), mine);
    case "member_left":
      return words.systemLeft(
        nameOf(userId ?? message.senderId, people, selfId, words),
        (userId ?? message.senderId) === selfId,
      );
    case "member_removed":
      return words.systemRemoved(who, nameOf(userId ?? "", people, selfId, words), mine);
    case "renamed":
      return words.systemRenamed(who, title, mine);
    case "picture_changed":
      return words.systemPicture(who, mine);
    case "role_changed":
      return words.systemRole(
        role ?? "member",
        userId === selfId ? "" : nameOf(userId ?? "", people, selfId, words),
      );
    default:
      return words.unknownMessage;
  }
}

/** Names as a sentence has them, oneself last. */
function listed(ids: readonly Id[], people: People, selfId: Id, { locale, words }: Spoken): string {
  const names = ids.filter((id) => id !== selfId).map((id) => nameOf(id, people, selfId, words));
  if (ids.includes(selfId)) names.push(words.youAlso);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}
