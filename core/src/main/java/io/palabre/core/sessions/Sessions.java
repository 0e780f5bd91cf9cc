// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sessions;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sessions that are neither revoked nor expired. Every method may block and may throw
/// [io.palabre.core.log.Unavailable].
public interface Sessions {

    Session open(PersonId person, TokenHash token, @Nullable String device, Duration lifetime);

    Optional<Session> byToken(TokenHash token);

    /// Whether there is such a session.
    boolean lives(SessionId session);

    /// A person's sessions, the newest first.
    List<Session> of(PersonId person);

    /// Notes that a session was used now and prolongs it; nothing when there is none.
    void touch(SessionId session, Duration lifetime);

    /// Ends a session of this person; false when they have no such session.
    boolean revoke(PersonId person, SessionId session);

    /// Ends all sessions of a person but one, and names those it ended.
    List<SessionId> revokeOthers(PersonId person, @Nullable SessionId kept);
}
