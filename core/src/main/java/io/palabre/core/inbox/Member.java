// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.conversations.Role;
import io.palabre.core.ids.PersonId;
import java.time.Instant;

/// Somebody who is in a conversation now.
///
/// @param readOrd up to which message they have read; of others, as far as they let it be seen
/// @param readSeq up to which event they have read
/// @param deliveredOrd up to which message their devices have got them
/// @param joinedAt since when, this time
public record Member(
        PersonId person,
        Role role,
        long readOrd,
        long readSeq,
        long deliveredOrd,
        Instant joinedAt) {}
