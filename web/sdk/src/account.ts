// SPDX-License-Identifier: Apache-2.0
import type { AccountActions } from "./palabre.js";
import type { Rest } from "./rest.js";
import type { User } from "./shapes.js";
import type { Change } from "./state/change.js";
import type { State } from "./state/state.js";
import type { Store } from "./store.js";
import type { Token } from "./token.js";

export interface AccountParts {
  readonly store: Pick<Store<State, Change>, "apply">;
  readonly rest: Pick<Rest, "updateProfile" | "changePicture" | "removePicture" | "changePassword">;
  readonly token: Pick<Token, "get" | "set">;
  /** Does something while there is no socket that the server could end. */
  readonly apart: <T>(doing: () => Promise<T>) => Promise<T>;
}

/** What one changes of oneself. */
export function createAccount({ store, rest, token, apart }: AccountParts): AccountActions {
  function shown({ user }: { user: User }): User {
    store.apply({ event: "session", session: { is: "signedIn", user } });
    return user;
  }

  return {
    updateProfile: async (change) => shown(await rest.updateProfile(change)),
    changePicture: async (picture) => shown(await rest.changePicture(picture)),
    removePicture: async () => shown(await rest.removePicture()),
    async changePassword(current, next) {
      const renewed = await apart(async () => {
        const answer = await rest.changePassword(current, next);
        // where there is no token, the session is in a cookie
        if (token.get() !== undefined) token.set(answer.token);
        return answer;
      });
      shown(renewed);
    },
  };
}
