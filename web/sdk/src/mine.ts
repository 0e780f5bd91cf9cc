// SPDX-License-Identifier: Apache-2.0
import type { Rest } from "./rest.js";
import type { Id, Me, MeChange } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { Entry, State } from "./state/state.js";
import type { Store } from "./store.js";

/** One's own part of conversations. A change shows at once; where it is refused, it is taken back and thrown. */
export interface MyPart {
  /** Pin, mute, archive, mark unread. */
  changeMe(conversationId: Id, change: Omit<MeChange, "draft">): Promise<void>;
  /** Empties it for oneself and takes it from the list, until something new arrives. */
  clearConversation(conversationId: Id): Promise<void>;
}

export function createMyPart(store: Store<State, Change>, rest: Rest): MyPart {
  return {
    async changeMe(conversationId, change) {
      const before = store.get().conversations.get(conversationId);
      if (!before) return;
      store.apply({ event: "me_changed", conversationId, change });
      try {
        await rest.changeMe(conversationId, change);
      } catch (error) {
        const now = store.get().conversations.get(conversationId);
        // whatever the server told since is newer than what was shown before
        if (now && now.ownSeq === before.ownSeq)
          store.apply({ event: "me_changed", conversationId, change: undone(before, change) });
        throw error;
      }
    },
    clearConversation: (conversationId) => rest.clearConversation(conversationId),
  };
}

/** What brings back how it was before. */
function undone({ me }: Entry, change: MeChange): MeChange {
  const was: Required<Pick<Me, "pinned" | "archived" | "markedUnread">> & { mutedUntil: string | null } = {
    pinned: me.pinned,
    archived: me.archived,
    markedUnread: me.markedUnread,
    mutedUntil: me.mutedUntil ?? null,
  };
  return Object.fromEntries(Object.entries(was).filter(([name]) => Object.hasOwn(change, name)));
}
