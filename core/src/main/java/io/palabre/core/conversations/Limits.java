// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import java.time.Duration;

/// How much of something is allowed.
///
/// @param textBytes of a message's text, in UTF-8 and composed form
/// @param titleLength of a group's title, in characters
/// @param members of a group
/// @param blocked how many people one may keep away
/// @param pinned how many conversations one may keep on top
/// @param windows until when messages can be changed
public record Limits(
        int textBytes, int titleLength, int members, int blocked, int pinned, Windows windows) {

    /// Until when messages can be changed.
    ///
    /// @param edit how long after sending it one may change a message
    /// @param delete how long after sending it one may take a message back
    public record Windows(Duration edit, Duration delete) {}

    /// The same with other windows.
    public Limits within(Duration edit, Duration delete) {
        return new Limits(
                textBytes, titleLength, members, blocked, pinned, new Windows(edit, delete));
    }

    /// What is allowed unless somebody says otherwise.
    public static Limits standard() {
        var windows = new Windows(Duration.ofMinutes(15), Duration.ofDays(2));
        return new Limits(16 * 1024, 100, 1_000, 1_000, 50, windows);
    }
}
