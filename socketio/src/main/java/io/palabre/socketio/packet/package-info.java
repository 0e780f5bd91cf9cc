// SPDX-License-Identifier: Apache-2.0
/// Socket.IO packets, revision 5, as pure code: what is written on the wire and what it means. No
/// sockets, clocks or threads.
@NullMarked
package io.palabre.socketio.packet;

import org.jspecify.annotations.NullMarked;
