// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import org.jspecify.annotations.Nullable;

/// What a person says about themselves.
///
/// @param status how they want to appear
/// @param statusText a line in their own words
/// @param readReceipts whether they tell others what they have got and read, and hear it of others
public record Profile(
        String displayName,
        @Nullable String avatarUrl,
        Status status,
        @Nullable String statusText,
        boolean readReceipts) {

    public static Profile named(String displayName) {
        return new Profile(displayName, null, Status.AVAILABLE, null, true);
    }

    /// Whether others are told what they have got and read.
    public boolean sendsReceipts() {
        return readReceipts && status != Status.INVISIBLE;
    }
}
