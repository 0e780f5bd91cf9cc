// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a request really comes from.
final class Forwarded {
    private Forwarded() {}

    /// The peer, or behind trusted proxies the last address that is none of them.
    static String address(String peer, @Nullable String forwardedFor, Set<String> trusted) {
        if (forwardedFor == null || !trusted.contains(peer)) return peer;
        return Pattern.compile(",")
                .splitAsStream(forwardedFor)
                .map(String::strip)
                .filter(hop -> !trusted.contains(hop))
                .reduce((_, later) -> later)
                .orElse(peer);
    }
}
