// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/// Where a request comes from.
final class RemoteAddress {
    private RemoteAddress() {}

    /// The peer's address, or the last one that a chain of trusted proxies vouches for.
    static String of(HttpServerRequest request, Set<String> trustedProxies) {
        var peer = request.remoteAddress();
        var address = peer == null || peer.hostAddress() == null ? "" : peer.hostAddress();
        var forwarded = request.headers().getAll("X-Forwarded-For");
        var hops = String.join(",", forwarded).split(",", -1);
        for (var i = hops.length - 1; i >= 0 && trustedProxies.contains(address); i--) {
            var hop = hops[i].strip();
            if (hop.isEmpty()) {
                break;
            }
            address = hop;
        }
        return address;
    }
}
