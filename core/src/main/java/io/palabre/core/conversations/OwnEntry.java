// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.PersonId;
import java.time.Instant;

/// One event in the log of a person.
///
/// @param seq its number in that person's log, dense from 1
public record OwnEntry(PersonId person, long seq, Instant at, Personal event) {}
