// SPDX-License-Identifier: Apache-2.0
/// The real server as tests meet it: [RunningServer] on a free port with real SQLite, [Someone] who
/// speaks REST to it, [TestSocket] which speaks Socket.IO over a raw WebSocket.
@NullMarked
package io.palabre.server.testing;

import org.jspecify.annotations.NullMarked;
