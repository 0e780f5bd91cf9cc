// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.List;

/// What is to be done about presence: the answer of every input.
public sealed interface Effect {

    /// Tell one connection what it now sees. It may be dropped when the connection is slow: then
    /// [Roster#untold].
    record Tell(DeviceId connection, List<Sighting> sightings) implements Effect {}

    /// Store what was left behind.
    record Store(List<Trace> traces) implements Effect {}

    /// Put this on the bus.
    record Publish(Bulletin bulletin) implements Effect {}

    /// Close every connection of this node; those who live come back. Presence has forgotten them
    /// already.
    record CloseAll() implements Effect {}
}
