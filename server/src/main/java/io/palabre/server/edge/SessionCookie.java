// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import java.time.Duration;

/// The session cookie as an answer sets it; its name and flags are the network's business.
///
/// @param life zero clears it
public record SessionCookie(String token, Duration life) {

    /// Takes the cookie away.
    public static SessionCookie cleared() {
        return new SessionCookie("", Duration.ZERO);
    }
}
