// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.PersonId;
import java.time.Instant;

/// What is told to those who are there and kept for nobody: a later one replaces it.
public sealed interface Fleeting {

    /// Whose cursor has moved.
    PersonId person();

    /// Up to which message.
    long ord();

    /// Up to which event.
    long seq();

    Instant at();

    /// A member has read up to event number `seq`, which is up to message number `ord`.
    record ReadMoved(PersonId person, long ord, long seq, Instant at) implements Fleeting {}

    /// A device of a member has got all up to event number `seq`, which is up to message number
    /// `ord`.
    record DeliveredMoved(PersonId person, long ord, long seq, Instant at) implements Fleeting {}
}
