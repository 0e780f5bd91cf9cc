// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a server behaves. Start from [#defaults] and change what differs.
///
/// @param path where the server answers, with a slash at both ends; clients may leave the last one
///   out
/// @param pingInterval between a pong and the next ping
/// @param pingTimeout for a pong to arrive
/// @param transports what clients may use; with both, a session may change from polling to
///   WebSocket
/// @param limits bounds on what clients can make the server hold
/// @param timeouts how long the server waits
/// @param web what concerns browsers and proxies
/// @param recovery connection state recovery, or null for none
/// @param deflate compression of WebSocket messages (permessage-deflate), or null for none
/// @param heartbeats other intervals and timeouts, by the name with which a client asks for them:
///   `profile` in the query of its handshake
public record SocketIoOptions(
        String path,
        Duration pingInterval,
        Duration pingTimeout,
        Set<Transport> transports,
        Limits limits,
        Timeouts timeouts,
        Web web,
        @Nullable Recovery recovery,
        @Nullable Deflate deflate,
        Map<String, Heartbeat> heartbeats) {

    /// Checks what can be checked at once.
    public SocketIoOptions {
        if (!path.startsWith("/") || !path.endsWith("/")) {
            throw new IllegalArgumentException("path must begin and end with a slash: " + path);
        }
        if (pingInterval.toMillis() < 1 || pingTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("ping interval and timeout are at least 1 ms");
        }
        if (transports.isEmpty()) {
            throw new IllegalArgumentException("at least one transport is needed");
        }
        transports = Set.copyOf(transports);
        heartbeats = Map.copyOf(heartbeats);
    }

    /// Path `/socket.io/`, ping every 25 s, pong within 20 s, both transports, [Limits#defaults],
    /// [Timeouts#defaults], [Web#defaults], neither recovery nor compression.
    public static SocketIoOptions defaults() {
        return new SocketIoOptions(
                "/socket.io/",
                Duration.ofSeconds(25),
                Duration.ofSeconds(20),
                Set.of(Transport.POLLING, Transport.WEBSOCKET),
                Limits.defaults(),
                Timeouts.defaults(),
                Web.defaults(),
                null,
                null,
                Map.of());
    }

    /// With another [#path].
    public SocketIoOptions withPath(String path) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With another [#pingInterval].
    public SocketIoOptions withPingInterval(Duration pingInterval) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With another [#pingTimeout].
    public SocketIoOptions withPingTimeout(Duration pingTimeout) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With these [#transports] only.
    public SocketIoOptions withTransports(Transport... transports) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                Set.of(transports),
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With other [#limits].
    public SocketIoOptions withLimits(Limits limits) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With other [#timeouts].
    public SocketIoOptions withTimeouts(Timeouts timeouts) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With other [#web] settings.
    public SocketIoOptions withWeb(Web web) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With other [Web#cors] settings.
    public SocketIoOptions withCors(Cors cors) {
        return withWeb(web.withCors(cors));
    }

    /// With the client served from a folder; see [Web#serveClient].
    public SocketIoOptions withServeClient(Path folder) {
        return withWeb(web.withServeClient(folder));
    }

    /// With connection state recovery.
    public SocketIoOptions withRecovery(Recovery recovery) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With compression of WebSocket messages.
    public SocketIoOptions withDeflate(Deflate deflate) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }

    /// With other [#heartbeats] for clients that ask for them.
    public SocketIoOptions withHeartbeats(Map<String, Heartbeat> heartbeats) {
        return new SocketIoOptions(
                path,
                pingInterval,
                pingTimeout,
                transports,
                limits,
                timeouts,
                web,
                recovery,
                deflate,
                heartbeats);
    }
}
