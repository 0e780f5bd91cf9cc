// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A channel of communication with its own sockets, rooms and admission.
///
/// It is also a [Broadcast] to all of its sockets: `io.of("/").emit("news", "…")`.
public interface Namespace extends Broadcast {

    /// The name, `/` for the main namespace, or `*` for namespaces made by pattern.
    String name();

    /// Sets who may connect. `authenticator` runs first, on a virtual thread, before the socket is
    /// in any room or known to any listener. Without one everybody may.
    Namespace authenticate(Authenticator authenticator);

    /// Adds a listener for accepted sockets. It runs on a virtual thread, before the first event of
    /// that socket is handled, so that what it registers misses nothing.
    Namespace onConnect(Consumer<Socket> listener);

    /// The sockets connected on this node now.
    Collection<Socket> sockets();

    @Override
    Broadcast to(String room);

    @Override
    CompletableFuture<Replies> emitWithAck(String event, Duration timeout, Object... args);
}
