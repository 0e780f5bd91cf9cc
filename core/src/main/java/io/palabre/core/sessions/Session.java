// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sessions;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One signed-in device of a person.
///
/// @param device how the device calls itself
/// @param usedAt when it was last used, about
public record Session(
        SessionId id,
        PersonId person,
        @Nullable String device,
        Instant createdAt,
        Instant usedAt,
        Instant expiresAt) {}
