// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a client said when it connected. All of it is the client's word, the address excepted.
public interface Handshake {

    /// The namespace asked for.
    String namespace();

    /// The first value of an HTTP header of the request that opened the session, case-insensitive.
    Optional<String> header(String name);

    /// The HTTP headers of the request that opened the session, lower-case names, first values.
    Map<String, String> headers();

    /// The query parameters of that request, first values.
    Map<String, String> query();

    /// The peer's IP address, or what a trusted proxy said (see [Web#trustedProxies]).
    String remoteAddress();

    /// Whether the request came over TLS to this process.
    boolean secure();

    /// When the session was opened.
    Instant openedAt();

    /// The `auth` object of the CONNECT packet as raw JSON, `{}` if the client sent none.
    String authJson();
}
