// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.util.List;

/// What came back from a broadcast with acknowledgement.
///
/// @param received one entry for each socket that answered in time
/// @param expected how many sockets were asked
public record Replies(List<Args> received, int expected) {

    /// Whether all answered in time.
    public boolean complete() {
        return received.size() == expected;
    }
}
