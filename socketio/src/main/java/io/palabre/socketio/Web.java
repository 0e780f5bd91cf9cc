// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What concerns browsers and the proxies in front.
///
/// @param cors cross-origin access to long-polling
/// @param stickyCookie whether the handshake sets a cookie `io` with the session id, for load
///   balancers; it is never read
/// @param compressPolls whether poll answers above 1 kB are gzipped for clients that accept it
/// @param trustedProxies addresses whose `X-Forwarded-For` is believed
/// @param serveClient the folder with the bundles of socket.io-client, as npm has them in
///   `node_modules/socket.io-client/dist`, for pages that load `/socket.io/socket.io.js` and its
///   like from here; null for not
public record Web(
        Cors cors,
        boolean stickyCookie,
        boolean compressPolls,
        Set<String> trustedProxies,
        @Nullable Path serveClient) {

    /// No CORS, no cookie, compressed polls, no trusted proxy, no client.
    public static Web defaults() {
        return new Web(Cors.off(), false, true, Set.of(), null);
    }

    /// With other [#cors] settings.
    public Web withCors(Cors cors) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies, serveClient);
    }

    /// With or without the [#stickyCookie].
    public Web withStickyCookie(boolean stickyCookie) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies, serveClient);
    }

    /// With or without [#compressPolls].
    public Web withCompressPolls(boolean compressPolls) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies, serveClient);
    }

    /// With these [#trustedProxies].
    public Web withTrustedProxies(Set<String> trustedProxies) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies, serveClient);
    }

    /// With the client served from a folder.
    public Web withServeClient(Path folder) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies, folder);
    }
}
