// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.ids.SessionId;

/// The sockets that are open under sessions.
@FunctionalInterface
public interface LiveSessions {

    /// The session has ended: so do its sockets.
    void end(SessionId session);
}
