// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.Transport;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// What the query of a request asks for.
///
/// @param transport null if it is none that we know
/// @param sid the session, or null for a new one
/// @param version of Engine.IO
/// @param originIsClean whether the Origin header is made of characters that a header may have
record Asked(
        @Nullable Transport transport,
        @Nullable String sid,
        @Nullable String version,
        boolean originIsClean) {

    /// What `request` asks for, or null if its query cannot be read.
    static @Nullable Asked of(HttpServerRequest request) {
        try {
            return new Asked(
                    transport(request.getParam("transport")),
                    request.getParam("sid"),
                    request.getParam("EIO"),
                    isClean(request.getHeader("Origin")));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Transport transport(@Nullable String name) {
        for (var transport : Transport.values()) {
            if (transport.wireName().equals(name)) {
                return transport;
            }
        }
        return null;
    }

    private static boolean isClean(@Nullable String header) {
        return header == null
                || header.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f) || c > 0x9f);
    }
}
