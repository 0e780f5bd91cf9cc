// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import java.util.List;

/// A GET request that waits for packets.
@FunctionalInterface
public interface Poll {

    /// Answers it. Called once.
    void answer(List<Encoded> packets);
}
