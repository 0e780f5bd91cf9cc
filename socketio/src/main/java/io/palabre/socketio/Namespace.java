// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.util.Collection;
import java.util.function.BiConsumer;
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

    /// Adds a listener for one event of every socket of this namespace, before or after they
    /// connect. It runs after the socket's own listeners. An idle socket costs less this way than
    /// with listeners of its own.
    Namespace on(String event, Listener listener);

    /// Adds a listener for the end of every socket of this namespace; see [Socket#onDisconnect].
    Namespace onDisconnect(BiConsumer<Socket, String> listener);

    /// The sockets connected on this node now.
    Collection<Socket> sockets();
}
