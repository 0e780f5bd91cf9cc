// SPDX-License-Identifier: Apache-2.0
/// Namespaces, their sockets and rooms, admission and acknowledgements. [Hub] finds namespaces,
/// [Client] is one connection with its sockets in several of them, [LiveSocket] is one socket,
/// [LiveBroadcast] reaches many. Each connection belongs to a [Lane], the thread of an event loop;
/// what listeners do runs on virtual threads, one at a time for each socket, out of its [Inbox]. No
/// network here: a connection is a [Link].
@NullMarked
package io.palabre.socketio.hub;

import org.jspecify.annotations.NullMarked;
