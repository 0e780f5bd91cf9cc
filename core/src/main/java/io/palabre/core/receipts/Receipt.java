// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import io.palabre.core.ids.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far one message has come with one of those it was for.
///
/// @param readAt when, as far as that is known
/// @param deliveredAt when, as far as that is known
public record Receipt(
        PersonId person, boolean read, @Nullable Instant readAt, @Nullable Instant deliveredAt) {}
