// SPDX-License-Identifier: Apache-2.0
import type { Message, User } from "@palabre/sdk";
import { expect, it } from "vitest";
import { loadLanguage } from "../i18n/language.js";
import { systemText } from "./naming.js";

const languages = [await loadLanguage("fr"), await loadLanguage("en")];
const person = (id: string, displayName: string): User => ({
  id,
  username: id,
  displayName,
  role: "user",
  status: "available",
});
const people = new Map(
  [person("me", "Moi"), person("awa", "Awa"), person("ibra", "Ibra")].map((one) => [one.id, one]),
);

/** In French and in English, as somebody sees it who is `me`. */
function said(senderId: string, system: Message["system"]) {
  const message = { id: "m", conversationId: "c", seq: 1, type: "system", createdAt: "", senderId, system };
  return languages.map((language) => systemText(message as Message, people, "me", language));
}

it.each([
  [said("awa", { code: "created", title: "Quai" }), "Awa a créé le groupe", "Awa created the group"],
  [said("awa", { code: "created" }), "Début de la discussion", "Chat started"],
  [
    said("awa", { code: "members_added", userIds: ["ibra", "me"] }),
    "Awa a ajouté Ibra et vous",
    "Awa added Ibra and you",
  ],
  [said("awa", { code: "members_added", userIds: ["me"] }), "Awa vous a ajouté au groupe", "Awa added you"],
  [said("ibra", { code: "member_left", userId: "ibra" }), "Ibra a quitté le groupe", "Ibra left the group"],
  [said("me", { code: "member_removed", userId: "ibra" }), "Vous avez retiré Ibra", "You removed Ibra"],
  [
    said("me", { code: "picture_changed" }),
    "Vous avez changé la photo du groupe",
    "You changed the picture of the group",
  ],
  [
    said("awa", { code: "role_changed", userId: "ibra", role: "admin" }),
    "Ibra est maintenant admin du groupe",
    "Ibra is now an admin of the group",
  ],
  [
    said("awa", { code: "role_changed", userId: "me", role: "owner" }),
    "Vous êtes maintenant propriétaire du groupe",
    "You are now the owner of the group",
  ],
  [
    said("awa", { code: "role_changed", userId: "me", role: "member" }),
    "Vous n’êtes plus admin du groupe",
    "You are no longer an admin of the group",
  ],
])("says %s", (lines, french, english) => {
  expect(lines).toEqual([french, english]);
});
