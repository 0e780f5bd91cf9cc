// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.sessions.Session;

/// Hears of sessions as they are opened and ended.
public interface LiveSessions {

    /// Somebody has signed in.
    void begun(Session session);

    /// The session is no more: so are its sockets.
    void ended(PersonId person, SessionId session);
}
