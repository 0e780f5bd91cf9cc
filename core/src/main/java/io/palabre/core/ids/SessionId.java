// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.util.Optional;

/// Names a session of a person: one signed-in device.
public record SessionId(Ulid ulid) implements Comparable<SessionId> {

    /// Reads what [#toString] wrote; empty for anything else.
    public static Optional<SessionId> parse(String text) {
        return Ulid.parse(text).map(SessionId::new);
    }

    @Override
    public int compareTo(SessionId other) {
        return ulid.compareTo(other.ulid);
    }

    @Override
    public String toString() {
        return ulid.toString();
    }
}
