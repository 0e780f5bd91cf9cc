// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// Why a socket ended, in the words that Socket.IO programs switch on.
public final class DisconnectReason {
    /// The connection was closed, for example because the client lost its network or left the page.
    public static final String TRANSPORT_CLOSE = "transport close";

    /// The connection failed.
    public static final String TRANSPORT_ERROR = "transport error";

    /// The client did not answer a ping in time.
    public static final String PING_TIMEOUT = "ping timeout";

    /// The client sent something that is not Engine.IO.
    public static final String PARSE_ERROR = "parse error";

    /// The client sent something that is not Socket.IO.
    public static final String FORCED_CLOSE = "forced close";

    /// The server closed the connection, on its own or because the client broke the order of
    /// packets or connected to no namespace in time.
    public static final String FORCED_SERVER_CLOSE = "forced server close";

    /// The server is going away.
    public static final String SERVER_SHUTTING_DOWN = "server shutting down";

    /// The client left the namespace.
    public static final String CLIENT_NAMESPACE_DISCONNECT = "client namespace disconnect";

    /// The server ended the socket.
    public static final String SERVER_NAMESPACE_DISCONNECT = "server namespace disconnect";

    /// The client read too slowly and its outbound queue was full.
    public static final String SLOW_CONSUMER = "slow_consumer";

    private DisconnectReason() {}
}
