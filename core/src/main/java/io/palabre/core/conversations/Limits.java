// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// How much of something is allowed.
///
/// @param textBytes of a message's text, in UTF-8 and composed form
/// @param titleLength of a group's title, in characters
/// @param members of a group
/// @param blocked how many people one may keep away
/// @param pinned how many conversations one may keep on top
public record Limits(int textBytes, int titleLength, int members, int blocked, int pinned) {

    /// What is allowed unless somebody says otherwise.
    public static Limits standard() {
        return new Limits(16 * 1024, 100, 1_000, 1_000, 50);
    }
}
