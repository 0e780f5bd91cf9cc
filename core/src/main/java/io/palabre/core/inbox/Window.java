// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

/// Which messages are looked at.
public sealed interface Window {

    /// The last ones.
    record Latest() implements Window {}

    /// The last ones with a number smaller than `seq`.
    record Before(long seq) implements Window {}

    /// The first ones with a number greater than `seq`.
    record After(long seq) implements Window {}

    /// Those around `seq`: half of them up to and including it, half behind it.
    record Around(long seq) implements Window {}
}
