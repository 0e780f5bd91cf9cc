// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import java.util.regex.Pattern;

/// Where a picture, or a page about something, may be.
public final class Pictures {

    private static final int LONGEST = 1_000;
    private static final Pattern PLACE =
            Pattern.compile("(/(?!/)|https://[A-Za-z0-9])[!#-;=?-\\[\\]_a-z~%&]*");

    private Pictures() {}

    /// Whether it is a path on this server, an https address, or empty for none.
    public static boolean isOne(String avatarUrl) {
        return avatarUrl.isEmpty()
                || (avatarUrl.length() <= LONGEST && PLACE.matcher(avatarUrl).matches());
    }
}
