// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.palabre.server.edge.SessionCookie;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where a session's token travels: the `Authorization` header, or the cookie.
final class Credentials {
    private static final String BEARER = "Bearer ";
    private static final String PLAIN = "palabre_session";

    private final boolean secure;

    /// @param secure whether browsers come over https
    Credentials(boolean secure) {
        this.secure = secure;
    }

    /// A token and how it came.
    record Found(String token, boolean inCookie) {}

    /// The header wins.
    Optional<Found> in(Function<String, @Nullable String> header) {
        var authorization = header.apply("Authorization");
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(new Found(authorization.substring(BEARER.length()).strip(), false));
        }
        return cookie(header).map(token -> new Found(token, true));
    }

    Cookie cookie(SessionCookie session) {
        return Cookie.cookie(name(), session.token())
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(session.life().toSeconds());
    }

    private Optional<String> cookie(Function<String, @Nullable String> header) {
        var cookies = header.apply("Cookie");
        if (cookies == null) return Optional.empty();
        return ServerCookieDecoder.STRICT.decode(cookies).stream()
                .filter(cookie -> cookie.name().equals(name()))
                .map(io.netty.handler.codec.http.cookie.Cookie::value)
                .findFirst();
    }

    private String name() {
        return secure ? "__Host-" + PLAIN : PLAIN;
    }
}
