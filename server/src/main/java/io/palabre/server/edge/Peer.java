// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The other end of a request.
///
/// @param address the IP address, or what a trusted proxy said
/// @param device how it calls itself, its `User-Agent`
public record Peer(String address, @Nullable String device) {
    private static final int NETWORK_BYTES = 8;

    /// What is counted as one: an address, but of IPv6 the whole network. Whoever has one address
    /// of it has as many as they like.
    public static String source(String address) {
        if (!address.contains(":")) return address;
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
