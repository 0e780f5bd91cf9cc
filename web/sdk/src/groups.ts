// SPDX-License-Identifier: Apache-2.0
import type { Rest } from "./rest.js";
import type { Id, Role } from "./shapes.js";

/** What one may do with a group; what comes of it arrives as an event, here as everywhere. */
export interface Groups {
  rename(conversationId: Id, title: string): Promise<void>;
  /** A JPEG, PNG, GIF or WebP of at most 1 MiB; the server keeps its middle, as a small square. */
  changeGroupPicture(conversationId: Id, picture: Blob): Promise<void>;
  removeGroupPicture(conversationId: Id): Promise<void>;
  addMembers(conversationId: Id, userIds: readonly Id[]): Promise<void>;
  removeMember(conversationId: Id, userId: Id): Promise<void>;
  setRole(conversationId: Id, userId: Id, role: Role): Promise<void>;
  leave(conversationId: Id): Promise<void>;
}

export function createGroups(rest: Rest): Groups {
  const of = (id: Id) => `/api/conversations/${encodeURIComponent(id)}`;
  const member = (id: Id, userId: Id) => `${of(id)}/members/${encodeURIComponent(userId)}`;
  return {
    rename: (id, title) => rest.ask("PATCH", of(id), { title }),
    changeGroupPicture: (id, picture) => rest.ask("PUT", `${of(id)}/picture`, picture),
    removeGroupPicture: (id) => rest.ask("DELETE", `${of(id)}/picture`),
    addMembers: (id, userIds) => rest.ask("POST", `${of(id)}/members`, { userIds }),
    removeMember: (id, userId) => rest.ask("DELETE", member(id, userId)),
    setRole: (id, userId, role) => rest.ask("PATCH", member(id, userId), { role }),
    leave: (id) => rest.ask("POST", `${of(id)}/leave`, {}),
  };
}
