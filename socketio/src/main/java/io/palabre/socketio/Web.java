// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.util.Set;

/// What concerns browsers and the proxies in front.
///
/// @param cors cross-origin access to long-polling
/// @param stickyCookie whether the handshake sets a cookie `io` with the session id, for load
///   balancers; it is never read
/// @param compressPolls whether poll answers above 1 kB are gzipped for clients that accept it
/// @param trustedProxies addresses whose `X-Forwarded-For` is believed
public record Web(
        Cors cors, boolean stickyCookie, boolean compressPolls, Set<String> trustedProxies) {

    /// No CORS, no cookie, compressed polls, no trusted proxy.
    public static Web defaults() {
        return new Web(Cors.off(), false, true, Set.of());
    }

    /// With other [#cors] settings.
    public Web withCors(Cors cors) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies);
    }

    /// With or without the [#stickyCookie].
    public Web withStickyCookie(boolean stickyCookie) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies);
    }

    /// With or without [#compressPolls].
    public Web withCompressPolls(boolean compressPolls) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies);
    }

    /// With these [#trustedProxies].
    public Web withTrustedProxies(Set<String> trustedProxies) {
        return new Web(cors, stickyCookie, compressPolls, trustedProxies);
    }
}
