// SPDX-License-Identifier: Apache-2.0
import type { Rest } from "./rest.js";
import type { Id, Report } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";

/** Whom one does not want to hear. It shows at once; where it is refused, it is taken back and thrown. */
export interface Blocking {
  block(userId: Id): Promise<void>;
  unblock(userId: Id): Promise<void>;
  /** Brings those one has blocked into `state.blocked`. */
  loadBlocks(): Promise<void>;
  report(report: Report): Promise<void>;
}

export function createBlocking(store: Store<State, Change>, rest: Rest): Blocking {
  async function change(ask: Promise<void>, userId: Id, blocked: boolean): Promise<void> {
    const now = (is: boolean) => {
      const others = [...store.get().blocked].filter((id) => id !== userId);
      store.apply({ event: "blocked", userIds: is ? [...others, userId] : others });
    };
    const before = store.get().blocked.has(userId);
    now(blocked);
    await ask.catch((error: unknown) => {
      now(before);
      throw error;
    });
  }

  return {
    block: (userId) => change(rest.block(userId), userId, true),
    unblock: (userId) => change(rest.unblock(userId), userId, false),
    async loadBlocks() {
      const { users } = await rest.blocks();
      store.apply({ event: "people_met", users });
      store.apply({ event: "blocked", userIds: users.map((user) => user.id) });
    },
    async report(report) {
      await rest.report(report);
    },
  };
}
