// SPDX-License-Identifier: Apache-2.0
/// The load generator: lean WebSocket clients on one event loop, which speak Socket.IO or nothing
/// above the frame. A [Crowd] is what is connected; a load ([FanOut], [RoundTrips], [Churn]) is
/// bounded work over it; its [Tally] says how much was done and how long each took, counted from
/// the moment it was meant to begin.
@NullMarked
package io.palabre.bench.load;

import org.jspecify.annotations.NullMarked;
