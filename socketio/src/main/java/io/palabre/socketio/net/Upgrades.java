// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What makes a request an upgrade to WebSocket (RFC 6455, section 4.2.1).
final class Upgrades {
    private Upgrades() {}

    /// Whether the client asks for one.
    static boolean asked(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /// The key to be answered, or null if it does not ask in a way that can be granted.
    static @Nullable String key(HttpServerRequest request) {
        var connection = request.getHeader("Connection");
        var key = request.getHeader("Sec-WebSocket-Key");
        var asks =
                asked(request)
                        && request.version() == HttpVersion.HTTP_1_1
                        && connection != null
                        && connection.toLowerCase(Locale.ROOT).contains("upgrade");
        return asks && isKey(key) ? key : null;
    }

    /// Whether it speaks the version that we do.
    static boolean knownVersion(HttpServerRequest request) {
        return "13".equals(request.getHeader("Sec-WebSocket-Version"));
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key).length == 16;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
