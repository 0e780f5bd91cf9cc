// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.typing;

import java.time.Duration;

/// The times of typing.
///
/// @param lasts how long after the last key somebody still writes
/// @param every the least time between two times that others are told that somebody writes
public record TypingRules(Duration lasts, Duration every) {

    public static final TypingRules STANDARD =
            new TypingRules(Duration.ofSeconds(6), Duration.ofSeconds(3));
}
