// SPDX-License-Identifier: Apache-2.0
/// A Socket.IO server for Vert.x programs: Engine.IO v4 under Socket.IO v5, beside the program's
/// own routes on one port. This package is what a program sees: [SocketIo] is the server,
/// [Namespace] accepts connections, [Socket] is one of them, [Incoming] is what it said,
/// [Broadcast] speaks to many. Behind it, `packet` and `engine` are the two protocols as pure code,
/// `hub` holds namespaces, rooms and acknowledgements, and `net` is the only package that touches
/// sockets.
@NullMarked
package io.palabre.socketio;

import org.jspecify.annotations.NullMarked;
