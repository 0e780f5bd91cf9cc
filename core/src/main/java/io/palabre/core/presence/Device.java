// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;

/// One thing that keeps a person online.
///
/// @param mobile a phone
public record Device(
        DeviceId id, PersonId person, SessionId session, Transport transport, boolean mobile) {

    /// A session that has no socket.
    public static Device lease(PersonId person, SessionId session, boolean mobile) {
        return new Device(DeviceId.lease(session), person, session, Transport.REST, mobile);
    }
}
