// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is known from the request that opened a session. It is kept as long as the session, so an
/// implementation should be small.
public interface Opening {

    /// The first value of a header, case-insensitive.
    Optional<String> header(String name);

    /// First values of all headers, lower-case names.
    Map<String, String> headers();

    /// First values of the query parameters.
    Map<String, String> query();

    /// The peer's IP address.
    String remoteAddress();

    /// Whether it came over TLS.
    boolean secure();

    /// When it came.
    Instant openedAt();
}
