// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells phones by how they call themselves.
final class Mobile {
    private Mobile() {}

    static boolean is(@Nullable String userAgent) {
        return userAgent != null && userAgent.toLowerCase(Locale.ROOT).contains("mobi");
    }
}
