// SPDX-License-Identifier: Apache-2.0
/// Telling clients what was committed. [Wording] says an entry as an event, once for everyone;
/// [Delivery] hands it, in order, to the [Rooms] of the network.
@NullMarked
package io.palabre.server.delivery;

import org.jspecify.annotations.NullMarked;
