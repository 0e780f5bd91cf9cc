// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.hub.Opening;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the request that opened a session said. It lives as long as the session, so it is two
/// strings of `name␀value␀name␀value`, read when somebody asks.
final class RequestOpening implements Opening {
    private static final char NUL = '\0';
    private static final Set<String> USELESS =
            Set.of(
                    "connection",
                    "upgrade",
                    "accept",
                    "accept-encoding",
                    "cache-control",
                    "pragma",
                    "sec-websocket-key",
                    "sec-websocket-version",
                    "sec-websocket-extensions");

    /// What nearly every client asks, of which one copy is enough.
    private static final String USUAL_QUERY = "EIO\0004\000transport\000websocket\000";

    private final String headers;
    private final String query;
    private final String remoteAddress;
    private final boolean secure;
    private final Instant openedAt;

    RequestOpening(HttpServerRequest request, String remoteAddress, Instant now) {
        this.headers = packed(request.headers());
        var asked = packed(request.params());
        this.query = asked.equals(USUAL_QUERY) ? USUAL_QUERY : asked;
        this.remoteAddress = remoteAddress;
        this.secure = request.isSSL();
        this.openedAt = now;
    }

    private static String packed(MultiMap values) {
        var packed = new StringBuilder(128);
        for (var entry : values) {
            if (!USELESS.contains(entry.getKey().toLowerCase(Locale.ROOT))) {
                packed.append(entry.getKey()).append(NUL).append(entry.getValue()).append(NUL);
            }
        }
        return packed.toString();
    }

    private static Map<String, String> unpacked(String packed, boolean lowerCase) {
        var values = new LinkedHashMap<String, String>();
        for (var at = 0; at < packed.length(); ) {
            var name = packed.substring(at, packed.indexOf(NUL, at));
            at += name.length() + 1;
            var value = packed.substring(at, packed.indexOf(NUL, at));
            at += value.length() + 1;
            values.putIfAbsent(lowerCase ? name.toLowerCase(Locale.ROOT) : name, value);
        }
        return values;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers().get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Map<String, String> headers() {
        return unpacked(headers, true);
    }

    @Override
    public Map<String, String> query() {
        return unpacked(query, false);
    }

    @Override
    public String remoteAddress() {
        return remoteAddress;
    }

    @Override
    public boolean secure() {
        return secure;
    }

    @Override
    public Instant openedAt() {
        return openedAt;
    }
}
