// SPDX-License-Identifier: Apache-2.0
/// Who is there. [Attendance] turns sockets, heartbeats and sign-ins into calls of the core's
/// roster and does what that answers; [PresenceRoutes] and [PresenceEvents] are how clients ask and
/// tell. What others may see is decided in the core, not here.
@NullMarked
package io.palabre.server.presence;

import org.jspecify.annotations.NullMarked;
