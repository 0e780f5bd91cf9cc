// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person's presence leaves behind. A store keeps the later of what it has and this, for
/// each of the two; who is online is never derived from it. After a crash nobody was seen going, so
/// the last that is known of a person is the later of the two.
///
/// @param lastSeen when they went offline
/// @param lastActive when they did something
public record Trace(PersonId person, @Nullable Instant lastSeen, @Nullable Instant lastActive) {}
