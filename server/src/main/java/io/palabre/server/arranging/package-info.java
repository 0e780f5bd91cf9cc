// SPDX-License-Identifier: Apache-2.0
/// How people arrange conversations for themselves: pinned, muted, archived, marked unread, a
/// draft, deleted for oneself. [MyPartRoutes] asks for it; it stands in one's own log. [MuteEnds]
/// looks when a mute is over by itself.
@NullMarked
package io.palabre.server.arranging;

import org.jspecify.annotations.NullMarked;
