// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import java.time.Duration;

/// How often others hear of cursors.
///
/// @param person the least time between two words about one cursor of one person
/// @param group the least time between two words about all the members of a large group
/// @param most how many cursors one word about a large group tells
public record PacingRules(Duration person, Duration group, int most) {

    public static final PacingRules STANDARD =
            new PacingRules(Duration.ofMillis(250), Duration.ofSeconds(1), 200);
}
