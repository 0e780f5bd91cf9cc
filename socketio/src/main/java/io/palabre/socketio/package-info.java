// SPDX-License-Identifier: Apache-2.0
/// A Socket.IO server for Vert.x programs: Engine.IO v4 under Socket.IO v5, beside the program's
/// own routes on one port.
@NullMarked
package io.palabre.socketio;

import org.jspecify.annotations.NullMarked;
