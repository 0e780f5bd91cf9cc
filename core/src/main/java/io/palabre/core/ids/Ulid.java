// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;

/// 128 bits: 48 of milliseconds since 1970, then 80 random ones. Written as 26 characters of
/// Crockford's base 32, stored as 16 bytes; both sort by time.
///
/// @param high the time and the first 16 random bits
/// @param low the other 64 random bits
public record Ulid(long high, long low) implements Comparable<Ulid> {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final Comparator<Ulid> ORDER =
            Comparator.<Ulid, Long>comparing(Ulid::high, Long::compareUnsigned)
                    .thenComparing(Ulid::low, Long::compareUnsigned);

    /// Reads the 26 characters, in either case; empty for anything else.
    public static Optional<Ulid> parse(String text) {
        if (text.length() != LENGTH || text.charAt(0) > '7') {
            return Optional.empty();
        }
        var high = 0L;
        var low = 0L;
        for (var i = 0; i < LENGTH; i++) {
            var digit = digit(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return Optional.of(new Ulid(high, low));
    }

    private static int digit(char letter) {
        var upper = letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
        return DIGITS.indexOf(upper);
    }

    public static Ulid ofBytes(byte[] sixteen) {
        var buffer = ByteBuffer.wrap(sixteen);
        return new Ulid(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Ulid other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        var text = new char[LENGTH];
        var h = high;
        var l = low;
        for (var i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (l & 31));
            l = (l >>> 5) | (h << 59);
            h >>>= 5;
        }
        return new String(text);
    }
}
