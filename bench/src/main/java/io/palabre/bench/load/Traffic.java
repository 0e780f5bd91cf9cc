// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.buffer.ByteBuf;

/// What a load hears from its connections, on the generator's event loop. Buffers are only lent.
interface Traffic {

    /// Connected and, where the dialect has it, accepted.
    default void ready(Connection connection) {}

    /// The server said something of its own accord.
    default void event(Connection connection, ByteBuf bytes, int start, int end) {}

    /// The server answered something of ours.
    default void answer(Connection connection, ByteBuf bytes, int start, int end) {}

    /// The connection is gone, and we had not asked for it.
    void lost(Connection connection, String why);
}
