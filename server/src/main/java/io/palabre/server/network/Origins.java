// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.server.config.Config;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which pages may speak to the server, by the headers that browsers do not let pages forge.
final class Origins {
    private final Optional<String> url;
    private final Set<String> others;

    Origins(Config config) {
        url = config.url();
        others = config.corsOrigins();
    }

    /// Whether a request that changes something may use the session cookie: it comes from a page of
    /// ours, or from no page at all.
    boolean mayUseCookie(Function<String, @Nullable String> header) {
        var site = header.apply("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin") || site.equals("none");
        return mayReadByCookie(header);
    }

    /// Whether a request that only reads may use the session cookie: no page of another site asks.
    boolean mayReadByCookie(Function<String, @Nullable String> header) {
        var origin = header.apply("Origin");
        return origin == null || isOurs(origin, header.apply("Host"));
    }

    /// Whether a page of this origin may open a socket.
    boolean mayConnect(String origin, @Nullable String host) {
        return isOurs(origin, host) || others.contains(origin);
    }

    /// Whether a page of this origin is the app itself.
    boolean isOurs(String origin, @Nullable String host) {
        if (url.isPresent()) return origin.equals(url.get());
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    Set<String> others() {
        return others;
    }
}
