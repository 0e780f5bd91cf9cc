// SPDX-License-Identifier: Apache-2.0
/// Who is there, and who is told. Presence is never stored: it is derived from what is connected,
/// and after a start nobody is there. A server feeds [io.palabre.core.presence.Roster] with sockets
/// that open and close, activity, heartbeats, wishes, bulletins of other nodes and the time, and
/// does the [io.palabre.core.presence.Effect]s that come back. Inside, `LocalRoster` counts the
/// devices of this node's people, `Publication` alone decides what others may see of them,
/// `Cluster` adds what other nodes say (`Announcer` speaks, `Peers` listen, `Absences` confirm),
/// and `Watches` tells the connections that asked.
@NullMarked
package io.palabre.core.presence;

import org.jspecify.annotations.NullMarked;
