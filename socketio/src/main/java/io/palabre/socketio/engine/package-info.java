// SPDX-License-Identifier: Apache-2.0
/// Engine.IO, revision 4, as pure code: [EngineSession] is one session as a state machine that is
/// told what happens and says what to do, [Payload] and [OpenPacket] are what is written on the
/// wire, [Refusal] lists the ways a request is turned away. No sockets, clocks or threads.
@NullMarked
package io.palabre.socketio.engine;

import org.jspecify.annotations.NullMarked;
