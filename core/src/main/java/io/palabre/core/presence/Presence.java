// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What others see of a person.
///
/// @param text a line in the person's own words, while online
/// @param mobile only a phone holds this person online
/// @param lastSeen when an offline person went, if it is known here and the store may not have it
///   yet
public record Presence(
        Availability availability,
        @Nullable String text,
        boolean mobile,
        @Nullable Instant lastSeen) {

    public static final Presence UNKNOWN = absent(Availability.UNKNOWN, null);
    public static final Presence OFFLINE = absent(Availability.OFFLINE, null);

    public static Presence online(Availability how, @Nullable String text, boolean mobile) {
        return new Presence(how, text, mobile, null);
    }

    public static Presence offline(@Nullable Instant lastSeen) {
        return lastSeen == null ? OFFLINE : absent(Availability.OFFLINE, lastSeen);
    }

    private static Presence absent(Availability how, @Nullable Instant lastSeen) {
        return new Presence(how, null, false, lastSeen);
    }

    public boolean isOnline() {
        return availability.isOnline();
    }

    /// Of two sayings about one person the one that holds; the desk before the phone.
    Presence or(Presence other) {
        var order = availability.compareTo(other.availability);
        if (order == 0) {
            return mobile && !other.mobile ? other : this;
        }
        return order > 0 ? this : other;
    }

    /// Whether nobody would see a difference; when an offline person went is no difference.
    boolean looksLike(Presence other) {
        return availability == other.availability
                && mobile == other.mobile
                && Objects.equals(text, other.text);
    }
}
