// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a request really comes from.
final class Forwarded {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private Forwarded() {}

    static String address(HttpServerRequest request, Set<String> trusted) {
        var remote = request.remoteAddress();
        var peer = remote == null ? "unknown" : remote.hostAddress();
        return address(peer, request.headers().getAll("X-Forwarded-For"), trusted);
    }

    /// The peer, or behind trusted proxies the last address that is none of them.
    ///
    /// @param forwardedFor each of the headers, in order: what a client made up comes before what
    ///   the proxies add
    static String address(String peer, List<String> forwardedFor, Set<String> trusted) {
        if (!trusted.contains(peer)) return peer;
        return Pattern.compile(",")
                .splitAsStream(String.join(",", forwardedFor))
                .map(String::strip)
                .filter(hop -> ADDRESS.matcher(hop).matches() && !trusted.contains(hop))
                .reduce((_, later) -> later)
                .orElse(peer);
    }
}
