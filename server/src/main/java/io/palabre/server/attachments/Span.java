// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.server.refusal.Refused;
import java.util.regex.Pattern;

/// Which bytes of a file somebody wants.
///
/// @param partial whether they asked for a part
record Span(long from, long length, boolean partial) {
    private static final Pattern ONE = Pattern.compile("(?i:bytes)=(\\d*)-(\\d*)");
    private static final int SAFE_DIGITS = 18;

    static Span whole(long size) {
        return new Span(0, size, false);
    }

    /// What a `Range` header asks for. One that is malformed, or asks for several ranges, or for
    /// something else than bytes, is as if it were not there: all of it comes.
    ///
    /// @throws Refused when there are no such bytes
    static Span of(String range, long size) {
        var one = ONE.matcher(range.strip());
        if (!one.matches()) return whole(size);
        var first = one.group(1);
        var last = one.group(2);
        if (first.isEmpty()) return last.isEmpty() ? whole(size) : last(number(last), size);
        return between(number(first), last.isEmpty() ? Long.MAX_VALUE : number(last), size);
    }

    private static Span last(long wanted, long size) {
        if (wanted == 0) throw Refused.beyond(size);
        return new Span(Math.max(0, size - wanted), Math.min(size, wanted), true);
    }

    private static Span between(long from, long to, long size) {
        if (to < from) return whole(size);
        if (from >= size) throw Refused.beyond(size);
        return new Span(from, Math.min(to, size - 1) - from + 1, true);
    }

    /// More than there can be counts as very much.
    private static long number(String digits) {
        return digits.length() > SAFE_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /// As `Content-Range` says it.
    String of(long size) {
        return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
    }
}
